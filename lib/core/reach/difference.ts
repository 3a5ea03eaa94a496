/**
 * What a change of the network opens and closes, for every ordered pair of ends: what judges a repair as the least that
 * had to be given away. Ends that both networks know alike are taken together, and a pair that neither changes is not
 * walked twice.
 */
import type { PacketSet } from '../net/packet-set';
import { PacketSpace } from '../net/packet-space';
import type { Network } from '../vpc/network';
import { type Party, partiesIn, reaching } from './exposure';
import { WORK_BUDGET } from './finding';
import { type Ground, groundOf } from './ground';

export interface PairDifference {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly opened: PacketSet;
  readonly closed: PacketSet;
  readonly unchanged: PacketSet;
}

export interface Difference {
  /** Pairs of which something was opened or closed. */
  readonly changed: readonly PairDifference[];
  readonly pairs: number;
  readonly isPartial: boolean;
}

export function differenceOf(before: Network, after: Network, work = WORK_BUDGET): Difference {
  const space = new PacketSpace();
  const apart = differing(before, after);
  const grounds = [before, after].map((network) => groundOf(network, { apart, space })) as [Ground, Ground];
  const partners = partnersOf(grounds);
  const isTouched = touchedBy(before, after);
  const changed: PairDifference[] = [];
  let pairs = 0;
  const attempt = space.attempt(work, () => {
    for (const from of partners) {
      for (const to of partners) {
        if (from === to && from.ids.length < 2) continue;
        pairs++;
        if (!isTouched(from) && !isTouched(to)) continue;
        const [was, is] = [0, 1].map((side) =>
          reach(grounds[side as 0 | 1], from.sides[side as 0 | 1], to.sides[side as 0 | 1]),
        ) as [PacketSet, PacketSet];
        if (was === is) continue;
        changed.push({
          from: from.ids,
          to: to.ids,
          opened: is.subtract(was),
          closed: was.subtract(is),
          unchanged: is.intersect(was),
        });
      }
    }
  });
  return { changed, pairs, isPartial: !attempt.done };
}

interface Partner {
  readonly ids: readonly string[];
  readonly sides: readonly [Party | undefined, Party | undefined];
}

function reach(ground: Ground, from: Party | undefined, to: Party | undefined): PacketSet {
  return from && to ? reaching(ground, from.end, to.end) : ground.space.nothing;
}

/** The same fleet before and after; what only one of the networks has stands alone. */
function partnersOf([before, after]: readonly [Ground, Ground]): readonly Partner[] {
  const keyOf = ({ ids }: Party): string => [...ids].sort().join(' ');
  const later = new Map(partiesIn(after).map((party) => [keyOf(party), party]));
  const partners = partiesIn(before).map((party): Partner => {
    const other = later.get(keyOf(party));
    later.delete(keyOf(party));
    return { ids: party.ids, sides: [party, other] };
  });
  return [
    ...partners,
    ...[...later.values()].map((party): Partner => ({ ids: party.ids, sides: [undefined, party] })),
  ];
}

/**
 * Whether what is asked about an end may have changed. Where the networks differ in the rules of security groups alone,
 * only ends with such a group are touched, unless somebody with one passes packets on.
 */
function touchedBy(before: Network, after: Network): (partner: Partner) => boolean {
  const groups = new Set(changedIds(before.securityGroups, after.securityGroups));
  const forwards = [...before.networkInterfaces.values()].some(
    ({ sourceDestCheck, securityGroups }) =>
      !sourceDestCheck && securityGroups.some(({ id }) => groups.has(id)),
  );
  if (forwards || !isSameButForGroups(before, after)) return () => true;
  const hasGroup = (party: Party | undefined): boolean =>
    party?.end.kind === 'interfaces' &&
    party.end.stations.some(({ securityGroups }) => securityGroups.some(({ id }) => groups.has(id)));
  return ({ sides }) => sides.some(hasGroup);
}

function isSameButForGroups(before: Network, after: Network): boolean {
  const { securityGroups: _before, flowLogs: _logs, recordSources: _sources, ...one } = before;
  const { securityGroups: _after, flowLogs: _others, recordSources: _more, ...other } = after;
  return (Object.keys(one) as (keyof typeof one)[]).every((key) => printed(one[key]) === printed(other[key]));
}

function changedIds(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (id) => printed(one.get(id)) !== printed(other.get(id)),
  );
}

/** A component in full, and those that it holds by their ids. */
function printed(value: unknown): string {
  return JSON.stringify(flat(value), (_key, inner: unknown) => {
    if (typeof inner === 'bigint') return String(inner);
    if (typeof inner !== 'object' || inner === null) return inner;
    return flat(inner);
  });
}

function flat(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, inner]) => [key, shallow(inner)]);
  if (value instanceof Set) return [...value];
  return value;
}

/** One level of a component: what has an id of its own is compared where it stands. */
function shallow(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set)
    return value;
  if (Array.isArray(value)) return value.map(shallow);
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      hasId(inner)
        ? inner.id
        : Array.isArray(inner)
          ? inner.map((one) => (hasId(one) ? one.id : one))
          : inner,
    ]),
  );
}

function hasId(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    !('kind' in value)
  );
}

/** Interfaces that are not the same in both, or not of the same kind as others any more. */
function differing(before: Network, after: Network): ReadonlySet<string> {
  const own = new Set<string>();
  for (const id of new Set([...before.networkInterfaces.keys(), ...after.networkInterfaces.keys()])) {
    const [one, other] = [before.networkInterfaces.get(id), after.networkInterfaces.get(id)];
    if (!one || !other || faceOf(one) !== faceOf(other)) own.add(id);
  }
  return own;
}

function faceOf({
  subnet,
  securityGroups,
  sourceDestCheck,
  instance,
  privateAddresses,
}: NonNullable<ReturnType<Network['networkInterfaces']['get']>>): string {
  const addresses = privateAddresses.map(({ address, publicAddress }) => `${address}/${publicAddress ?? ''}`);
  return [
    subnet.id,
    ...securityGroups.map(({ id }) => id).sort(),
    sourceDestCheck,
    instance?.state,
    ...addresses,
  ].join(' ');
}
