/** From values to pixels and back. */
export interface Scale {
  least: number;
  most: number;
  /** Where a value lies. */
  place(value: number): number;
  /** What lies there, within the ends. */
  value(place: number): number;
}

export function scale([least, most]: [number, number], [start, end]: [number, number]): Scale {
  const span = most === least ? 1 : most - least;
  return {
    least,
    most,
    place: (value) => start + ((value - least) / span) * (end - start),
    value: (place) => Math.min(most, Math.max(least, least + ((place - start) / (end - start)) * span)),
  };
}

/** Round values from end to end, about so many. */
export function ticks(least: number, most: number, about: number): number[] {
  const rough = (most - least) / Math.max(1, about);
  if (!(rough > 0)) return [least];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(least / step);
  const last = Math.floor(most / step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}
