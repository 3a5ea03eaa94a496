/** A document's rows as everybody below the door sees them: never changed, only replaced. */
export type Immutable<T> = T extends readonly (infer R)[]
  ? readonly Immutable<R>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;
