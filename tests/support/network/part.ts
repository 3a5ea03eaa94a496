/** Pieces of a World, each a few words long, put together: `worldOf(vpc('a', …), peering('ab'), …)`. */
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { OWNER_ID, REGION } from '@/lib/core/scenario/blueprints/rows';
import type { World } from '@/lib/core/simulate/world';

export type Part = Partial<World>;

export function worldOf(...parts: readonly Part[]): World {
  const snapshot: Record<string, unknown> = { Region: REGION, OwnerId: OWNER_ID };
  for (const [key, value] of parts.flatMap(({ Snapshot = {} }) => Object.entries(Snapshot))) {
    const before = snapshot[key];
    snapshot[key] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value;
  }
  const { Now, Seed } = Object.assign({}, ...parts) as Part;
  return {
    Snapshot: snapshot as Snapshot,
    ...(Now !== undefined && { Now }),
    ...(Seed !== undefined && { Seed }),
    Hosts: hostsOf(parts),
    Premises: parts.flatMap(({ Premises = [] }) => Premises),
    Traffic: parts.flatMap(({ Traffic = [] }) => Traffic),
    Timeline: parts.flatMap(({ Timeline = [] }) => Timeline),
  };
}

/** A later part may say more of a host that an earlier one brought. */
function hostsOf(parts: readonly Part[]): NonNullable<World['Hosts']> {
  const byName = new Map<string, NonNullable<World['Hosts']>[number]>();
  for (const host of parts.flatMap(({ Hosts = [] }) => Hosts))
    byName.set(host.Name, { ...byName.get(host.Name), ...host });
  return [...byName.values()];
}

/** Words of a notation, apart. */
export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
