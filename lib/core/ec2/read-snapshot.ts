/** The door for a Snapshot from a file: its shape is checked here, what refers to what in `vpc/parse-network`. */
import type { Issue } from './issue';
import { NOT_MODELLED_KINDS, type Snapshot, snapshotSchema } from './schema/snapshot';
import { issuesOf } from './schema/zod-issue';

export type SnapshotDoor =
  | { readonly snapshot: Snapshot; readonly notices: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

export function readSnapshot(value: unknown): SnapshotDoor {
  const parsed = snapshotSchema.safeParse(withBlockPublicAccessRows(withFlatInstances(value)));
  if (!parsed.success) return { issues: issuesOf(parsed.error) };
  return { snapshot: parsed.data, notices: noticesOf(parsed.data) };
}

/** `describe-instances` nests instances in reservations. */
function withFlatInstances(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('Reservations' in value)) return value;
  const { Reservations, ...rest } = value;
  if (!Array.isArray(Reservations)) return value;
  const own = 'Instances' in rest && Array.isArray(rest.Instances) ? rest.Instances : [];
  const nested = Reservations.flatMap((reservation: unknown): unknown[] =>
    typeof reservation === 'object' &&
    reservation !== null &&
    'Instances' in reservation &&
    Array.isArray(reservation.Instances)
      ? reservation.Instances
      : [reservation],
  );
  return { ...rest, Instances: [...own, ...nested] };
}

/** `describe-vpc-block-public-access-options` answers with one object, the merged document with a list of one. */
function withBlockPublicAccessRows(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('VpcBlockPublicAccessOptions' in value)) return value;
  const { VpcBlockPublicAccessOptions: options } = value;
  return Array.isArray(options) ? value : { ...value, VpcBlockPublicAccessOptions: [options] };
}

/** Nothing is dropped in silence: what nobody reads is named. */
function noticesOf(snapshot: Readonly<Record<string, unknown>>): readonly Issue[] {
  return Object.entries(snapshot).flatMap(([key, value]): Issue[] => {
    if (key in snapshotSchema.shape) return [];
    if (!NOT_MODELLED_KINDS.includes(key))
      return [{ path: [key], message: `\`${key}\` is no key of a snapshot; it is kept and not read` }];
    const count = Array.isArray(value) ? value.length : 1;
    return count === 0 ? [] : [{ path: [key], message: `not modelled: ${count} \`${key}\`` }];
  });
}
