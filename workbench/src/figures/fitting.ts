import type { BarFigure } from "../api";

/** The lowest place at which no more leads come than can be called; `null` where even the highest brings too many. */
export function fittingPlace(places: BarFigure["places"], most: number): BarFigure["places"][number] | null {
  return places.find((place) => place.leads <= most) ?? null;
}
