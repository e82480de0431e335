import assert from "node:assert/strict";
import { test } from "node:test";
import { rolesOf } from "../../src/start/roles";

test("files are told apart by their names, in any order", () => {
  const named: [string[], boolean, string[]][] = [
    [["companies.csv", "events.csv", "people.csv"], false, ["accounts", "events", "leads"]],
    [["bedrijven.xlsx", "klanten.leadrules", "personen.xlsx"], false, ["accounts", "rules", "leads"]],
    [["acties.csv", "klanten.csv"], false, ["events", "leads"]],
    [["export.csv"], false, ["leads"]],
    [["export.csv", "more.csv"], false, ["leads", "events"]],
    [["export.csv"], true, ["events"]],
    [["Accounts.csv"], true, ["accounts"]],
    // Nothing else could hold the leads.
    [["Accounts.csv", "activities.csv"], false, ["leads", "events"]],
  ];
  for (const [names, hasLeads, roles] of named) assert.deepEqual(rolesOf(names, hasLeads), roles, names.join(" "));
});
