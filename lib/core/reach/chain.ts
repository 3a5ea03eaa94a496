/** Lists that ways share: each grows at its head, and what came before stays everybody's. */

/** A list that grows at its head and shares its tail. */
export interface Chain<T> {
  readonly head: T;
  readonly tail: Chain<T> | undefined;
}

export function eachOf<T>(chain: Chain<T> | undefined): readonly T[] {
  if (!chain) return NONE;
  const items: T[] = [];
  for (let at: Chain<T> | undefined = chain; at; at = at.tail) items.push(at.head);
  return items;
}

const NONE: readonly never[] = [];
