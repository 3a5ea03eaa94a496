/** Which rows of a long table are drawn: those that are seen, and some around them. Pure. */

export interface Window {
  readonly first: number;
  /** Behind the last one. */
  readonly end: number;
}

/** Rows above and below, so that a key press finds them drawn. */
const AROUND = 12;

export function windowOf(scrolled: number, height: number, rowHeight: number, count: number): Window {
  const first = Math.max(0, Math.floor(scrolled / rowHeight) - AROUND);
  const end = Math.min(count, Math.ceil((scrolled + height) / rowHeight) + AROUND);
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, Math.min(count, first + 1)) };
}
