/** Places in texts that move along with edits, and numbers in them that are edited. */

import type { ChangeDesc } from "@codemirror/state";

export interface Place {
  file: number;
  from: number;
  to: number;
}

/** The same value with every place in it where it stands after an edit of a file. */
export function moved<Value>(value: Value, file: number, changes: ChangeDesc): Value {
  if (Array.isArray(value)) return value.map((part: unknown) => moved(part, file, changes)) as Value;
  if (value === null || typeof value !== "object") return value;
  const parts = Object.entries(value).map(([name, part]) => [name, moved<unknown>(part, file, changes)]);
  const copy = Object.fromEntries(parts) as Value & object;
  if (isPlace(copy) && copy.file === file) {
    copy.to = changes.mapPos(Math.min(copy.to, changes.length), 1);
    copy.from = Math.min(changes.mapPos(Math.min(copy.from, changes.length), -1), copy.to);
  }
  return copy;
}

function isPlace(value: object): value is Place {
  return "file" in value && "from" in value && "to" in value && typeof value.from === "number";
}

/** A number as rules write it: `1.5k` is 1500, `20%` is 0.2; `null` for anything else. */
export function readNumber(text: string): number | null {
  const found = /^([+-]?)(\d[\d_]*(?:\.\d+)?)([kKM%]?)$/.exec(text.trim());
  if (found === null) return null;
  const factor = { k: 1e3, K: 1e3, M: 1e6, "%": 0.01, "": 1 }[found[3] as "k" | "K" | "M" | "%" | ""];
  return hundredths(Number(`${found[1]}${found[2]?.replaceAll("_", "")}`) * factor);
}

/** Points with the sign that the language wants: `+20`, `-5`, `0`. */
export function writePoints(value: number): string {
  const plain = writeNumber(value);
  return value > 0 ? `+${plain}` : plain;
}

export function writeNumber(value: number): string {
  return String(hundredths(value) + 0);
}

/** A number as the one that it takes the place of was written: in `%`, or in `k` and `M` where that is short. */
export function writeLike(written: string, value: number): string {
  const unit = /[kKM%]$/.exec(written.trim())?.[0] ?? "";
  const size = { k: 1e3, K: 1e3, M: 1e6, "%": 0.01, "": 1 }[unit] ?? 1;
  const count = Math.round((value / size) * 1e6) / 1e6;
  return unit === "" || hundredths(count) !== count ? writeNumber(value) : `${count + 0}${unit}`;
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
