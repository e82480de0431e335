/**
 * Which rows of a long table are in sight. Browsers don't let an element grow beyond some ten million pixels, so from
 * a certain length on the scroll bar moves in larger steps than the rows.
 */

export const ROW_HEIGHT = 34;
const TALLEST = 8_000_000;

export interface Sight {
  /** The height that the scroll bar is about. */
  height: number;
  /** The first row in sight, wholly or in part. */
  first: number;
  /** How many are in sight. */
  count: number;
  /** Where the first row begins, from the top of the scrolled content. */
  top: number;
}

export function tableHeight(rows: number): number {
  return Math.min(rows * ROW_HEIGHT, TALLEST);
}

export function sight(rows: number, scrollTop: number, viewport: number): Sight {
  const height = tableHeight(rows);
  const hidden = scrolledAway(rows, scrollTop, viewport);
  const first = Math.min(Math.max(0, rows - 1), Math.floor(hidden / ROW_HEIGHT));
  const count = Math.min(rows - first, Math.ceil(viewport / ROW_HEIGHT) + 1);
  return { height, first, count: Math.max(0, count), top: scrollTop - (hidden - first * ROW_HEIGHT) };
}

/** Where to scroll so that a row is wholly in sight; unchanged if it is. */
export function scrollTo(row: number, rows: number, scrollTop: number, viewport: number): number {
  const hidden = scrolledAway(rows, scrollTop, viewport);
  const start = row * ROW_HEIGHT;
  const end = start + ROW_HEIGHT;
  if (start >= hidden && end <= hidden + viewport) return scrollTop;
  const wanted = start < hidden ? start : end - viewport;
  return wanted / stretch(rows, viewport);
}

/** How many pixels of rows lie above the viewport. */
function scrolledAway(rows: number, scrollTop: number, viewport: number): number {
  return Math.max(0, scrollTop) * stretch(rows, viewport);
}

/** How many pixels of rows go by for one of the scroll bar. */
function stretch(rows: number, viewport: number): number {
  const room = tableHeight(rows) - viewport;
  return room <= 0 ? 1 : (rows * ROW_HEIGHT - viewport) / room;
}
