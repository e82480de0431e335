/** What a file is likely to be, by its name. */

export type Role = "rules" | "leads" | "events";

export function roleOf(name: string, hasLeads: boolean): Role {
  if (/\.leadrules$/i.test(name)) return "rules";
  if (/event|activit|log|gebeurtenis/i.test(name)) return "events";
  return hasLeads ? "events" : "leads";
}
