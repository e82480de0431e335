import type { BarFigure } from "../api";

/** The lowest place at which no more leads come than can be called; the highest if there is none. */
export function fittingPlace(places: BarFigure["places"], most: number): BarFigure["places"][number] | null {
  return places.find((place) => place.leads <= most) ?? places.at(-1) ?? null;
}
