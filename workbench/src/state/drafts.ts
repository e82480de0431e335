/** Drafts that outlive a reload: kept beside the hash of the file that they are based on. */

import type { RuleFile } from "../api";

const PREFIX = "leadrules-draft:";

export function keepDraft(file: RuleFile, text: string): void {
  if (text === file.text) localStorage.removeItem(keyOf(file));
  else localStorage.setItem(keyOf(file), text);
}

export function draftOf(file: RuleFile): string | null {
  const kept = localStorage.getItem(keyOf(file));
  return kept === file.text ? null : kept;
}

export function dropDraft(file: RuleFile): void {
  localStorage.removeItem(keyOf(file));
}

function keyOf(file: RuleFile): string {
  return `${PREFIX}${file.name}:${file.hash}`;
}
