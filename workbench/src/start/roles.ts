/** What files are likely to be, by their names. */

export type Role = "rules" | "leads" | "events" | "accounts";

/** What each of these files is, where leads are there already or not. The first that is nothing else holds the leads. */
export function rolesOf(names: string[], hasLeads: boolean): Role[] {
  const roles: (Role | null)[] = names.map(roleOf);
  if (!hasLeads && !roles.includes(null)) {
    // Accounts alone are leads to whoever sells to companies and names nobody in them.
    const only = roles.indexOf("accounts");
    if (only >= 0) roles[only] = null;
  }
  const leads = hasLeads ? -1 : roles.indexOf(null);
  return roles.map((role, at) => role ?? (at === leads ? "leads" : "events"));
}

function roleOf(name: string): Role | null {
  if (/\.leadrules$/i.test(name)) return "rules";
  if (/event|activit|actie|action|log|gebeurtenis/i.test(name)) return "events";
  if (/account|compan|organi[sz]ation|bedrij|entreprise|soci[ée]t[ée]/i.test(name)) return "accounts";
  return null;
}
