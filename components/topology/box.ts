/** Points and boxes of a drawing, in its own units. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Something and where it stands. */
export interface Placed<T> extends Box {
  readonly of: T;
}
