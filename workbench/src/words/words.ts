/** What people read: a catalogue for each language, and numbers and dates as that language writes them. */

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "./en.ftl";
import french from "./fr.ftl";
import dutch from "./nl.ftl";

export const LANGUAGES = ["en", "nl", "fr"] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Record<Language, string> = { en: english, nl: dutch, fr: french };
/** Days are written as in Europe, in English as well. */
const LOCALES: Record<Language, string> = { en: "en-GB", nl: "nl-BE", fr: "fr-BE" };
const KEPT_AS = "leadrules-language";

/** Tells whoever shows words that they have changed. */
export const changes = new EventTarget();

let language: Language = preferred();
let bundle = bundleOf(language);

export function currentLanguage(): Language {
  return language;
}

export function speak(chosen: Language): void {
  language = chosen;
  bundle = bundleOf(chosen);
  localStorage.setItem(KEPT_AS, chosen);
  document.documentElement.lang = chosen;
  changes.dispatchEvent(new Event("change"));
}

export function say(id: string, values: Record<string, FluentVariable> = {}): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern == null ? id : bundle.formatPattern(pattern, values);
}

export function count(value: number): string {
  return number(value, { maximumFractionDigits: 2 });
}

/** Points with their sign, as rules write them, with a true minus. */
export function signed(value: number): string {
  return number(value, { maximumFractionDigits: 2, signDisplay: "exceptZero" }).replace("-", "−");
}

export function share(part: number, whole: number): string {
  if (whole === 0) return "–";
  const percent = (100 * part) / whole;
  const digits = percent !== 0 && Math.abs(percent) < 10 ? 1 : 0;
  return `${number(percent, { maximumFractionDigits: digits })} %`;
}

export function day(iso: string): string {
  return date(iso, { day: "numeric", month: "short", year: "numeric" });
}

export function shortDay(iso: string): string {
  return date(iso, { day: "numeric", month: "short" });
}

let zone = "UTC";

/** The zone in which instants are shown: that of the rules. */
export function showTimesIn(name: string): void {
  zone = name;
}

function date(iso: string, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...form, timeZone: zone }).format(new Date(iso));
}

function number(value: number, form: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(LOCALES[language], form).format(value);
}

function preferred(): Language {
  const kept = localStorage.getItem(KEPT_AS);
  const wanted = [kept ?? "", ...navigator.languages].map((tag) => tag.slice(0, 2).toLowerCase());
  return wanted.map((tag) => LANGUAGES.find((known) => known === tag)).find((known) => known !== undefined) ?? "en";
}

function bundleOf(chosen: Language): FluentBundle {
  const made = new FluentBundle(LOCALES[chosen], { useIsolating: false });
  made.addResource(new FluentResource(CATALOGUES[chosen]));
  return made;
}
