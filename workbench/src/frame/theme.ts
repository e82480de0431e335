/** Light or dark: as the system has it, or as was chosen. */

type Theme = "system" | "light" | "dark";

const KEPT_AS = "leadrules-theme";
const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };

export function currentTheme(): Theme {
  const kept = localStorage.getItem(KEPT_AS);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function applyTheme(theme: Theme = currentTheme()): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export function switchTheme(): void {
  const next = NEXT[currentTheme()];
  localStorage.setItem(KEPT_AS, next);
  applyTheme(next);
}
