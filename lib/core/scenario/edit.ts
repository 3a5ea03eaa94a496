/** Edits of a World that no API call makes: how a fault came to be is not always on record. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { HostDocument, World } from '../simulate/world';

type Rows = { [K in keyof Snapshot]-?: NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never };

export function edit<K extends keyof Rows & keyof Snapshot>(
  world: World,
  key: K,
  change: (row: Rows[K]) => Rows[K],
): World {
  const rows = (world.Snapshot[key] ?? []) as readonly Rows[K][];
  return { ...world, Snapshot: { ...world.Snapshot, [key]: rows.map(change) } };
}

export function editHost(world: World, name: string, change: (host: HostDocument) => HostDocument): World {
  return { ...world, Hosts: (world.Hosts ?? []).map((host) => (host.Name === name ? change(host) : host)) };
}
