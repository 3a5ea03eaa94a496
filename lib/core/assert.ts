/** What must hold if our own code is right; only our mistakes throw, never a user's input. */

/** @throws Error when `condition` is false; nobody catches it but the error page. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

/** Closes a switch over a union: a new member becomes a compile error at every place that must know it. */
export function assertNever(value: never): never {
  throw new Error(`invariant broken: unexpected ${JSON.stringify(value)}`);
}
