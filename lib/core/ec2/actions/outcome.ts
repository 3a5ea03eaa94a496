/**
 * What an API call answers: the changed Snapshot, or AWS's own error code.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
import type { Snapshot } from '../schema/snapshot';

export interface ApiError {
  readonly Code: string;
  readonly Message: string;
}

export interface Refusal {
  readonly error: ApiError;
}

/** `id`: what a later Action means by `{ Ref }`. */
export type Outcome = { readonly snapshot: Snapshot; readonly id?: string } | Refusal;

export function refuse(Code: string, Message: string): Refusal {
  return { error: { Code, Message } };
}

/** An id, or the name under which an earlier Action of the same list put down what it made. */
export type IdParameter = string | { readonly Ref: string };

/** What every call carries. */
export interface Call {
  readonly Service: 'ec2';
  /** The name under which later Actions of a list may refer to what this one makes. */
  readonly As?: string | undefined;
}

/** Makes a new id with a prefix: counted, never drawn. */
export type IdSource = (prefix: string) => string;

/** Every Action with its references resolved, also those inside lists. */
export type Resolved<V> = V extends { readonly Ref: string }
  ? never
  : V extends readonly (infer I)[]
    ? readonly Resolved<I>[]
    : V extends object
      ? { readonly [K in keyof V]: Resolved<V[K]> }
      : V;

/** `now`: the time of the call, ISO 8601, where it is known. */
export type Handler<A> = (
  snapshot: Snapshot,
  action: Resolved<A>,
  ids: IdSource,
  now: string | undefined,
) => Outcome;

/** One handler per Action of a noun. */
export type Handlers<A extends { readonly Action: string }> = {
  readonly [K in A['Action']]: Handler<Extract<A, { readonly Action: K }>>;
};
