/** Which leads are looked at: filter and order of the table, and the lead and the account that are open. */

import type { Bar, LeadsRequest } from "../api";

export type Filter = LeadsRequest["filter"];
type Narrowing = { [Name in keyof Filter]?: Filter[Name] | undefined };

class Choice extends EventTarget {
  filter: Filter = {};
  sort: LeadsRequest["sort"] = null;
  /** The row of the lead that is open. */
  open: number | null = null;
  /** The key of the account that is open. */
  account: string | null = null;

  /** The filter as it is asked: a column that is named without a value keeps nobody out. */
  get asked(): Filter {
    const { search, column, ...rest } = this.filter;
    return {
      ...rest,
      ...(search === undefined || search.trim() === "" ? {} : { search: search.trim() }),
      ...(column === undefined || column.value === "" ? {} : { column }),
    };
  }

  /** Sets or, with `undefined`, drops parts of the filter. */
  narrow(parts: Narrowing): void {
    const next = Object.entries({ ...this.filter, ...parts }).filter(([, part]) => part !== undefined && part !== "");
    this.filter = Object.fromEntries(next) as Filter;
    this.dispatchEvent(new Event("filter"));
  }

  /** Bars move while who lies near them is looked at. */
  followBars(bars: Bar[]): void {
    const { near } = this.filter;
    const onScore = bars.filter((bar) => bar.score === near?.score);
    const [nearest] = onScore.sort(
      (one, other) => Math.abs(one.at - (near?.at ?? 0)) - Math.abs(other.at - (near?.at ?? 0)),
    );
    if (near !== undefined && nearest !== undefined) near.at = nearest.at;
  }

  clear(): void {
    this.filter = {};
    this.dispatchEvent(new Event("filter"));
  }

  /** The first click on a column's head puts the best first, the second the least, the third goes back. */
  sortBy(by: string, startsDescending: boolean): void {
    if (this.sort?.by !== by) this.sort = { by, descending: startsDescending };
    else if (this.sort.descending === startsDescending) this.sort = { by, descending: !startsDescending };
    else this.sort = null;
    this.dispatchEvent(new Event("filter"));
  }

  /** Opens a lead, or closes it. */
  look(row: number | null): void {
    this.open = row;
    this.dispatchEvent(new Event("open"));
  }

  /** Opens an account, or closes it. */
  lookAtAccount(key: string | null): void {
    this.account = key;
    this.dispatchEvent(new Event("account"));
  }
}

export const choice = new Choice();
