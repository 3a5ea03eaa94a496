/**
 * How a log cuts the time of one place into windows: by a grid, by another one from the moment when the place is aggregated
 * over another interval, and not beyond the log's own end.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */

/** `interval` in seconds, `phase` any window's start in milliseconds since 1970. */
export interface Grid {
  readonly interval: number;
  readonly phase: number;
}

/** Milliseconds since 1970; the end belongs to the next one. */
export interface Window {
  readonly start: number;
  readonly end: number;
  /** The log ended before its window did. */
  readonly isCutOff: boolean;
}

/** The grid's window that holds a moment. */
export function gridWindow(at: number, { interval, phase }: Grid): Window {
  const length = interval * 1000;
  const start = phase + Math.floor((at - phase) / length) * length;
  return { start, end: start + length, isCutOff: false };
}

export class Windows {
  readonly #grids: readonly (Grid & { readonly from: number })[];
  readonly #until: number;

  /** `grids` in order of time, each from its moment on, the first one from ever; nothing is written after `until`. */
  constructor(grids: readonly (Grid & { readonly from: number })[], until: number) {
    this.#grids = grids.filter((grid, i) => grid.interval !== grids[i - 1]?.interval);
    this.#until = until;
  }

  /** The window that holds a moment before the end. A new grid ends the window that is open. */
  at(moment: number): Window {
    const after = this.#grids.findIndex(({ from }, i) => i > 0 && from > moment);
    const index = (after < 0 ? this.#grids.length : after) - 1;
    const grid = this.#grids[index] as Grid;
    const { start, end } = gridWindow(moment, grid);
    const from = index > 0 ? (this.#grids[index]?.from ?? start) : start;
    const until = Math.min(end, this.#grids[index + 1]?.from ?? end);
    return {
      start: Math.max(start, from),
      end: Math.min(until, this.#until),
      isCutOff: until > this.#until,
    };
  }

  /** All that reach into a stretch, in order. */
  *between(from: number, to: number): Iterable<Window> {
    const last = Math.min(to, this.#until);
    for (let at = from; at < last; ) {
      const window = this.at(at);
      yield window;
      at = window.end;
    }
  }
}
