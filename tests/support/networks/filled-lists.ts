/** Lists as they grow in real accounts: what matters stands behind what somebody once needed. */
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { aclEntry } from '@/lib/core/scenario/blueprints/filter-rows';
import { routeTo } from '@/lib/core/scenario/blueprints/route-rows';

type Rows<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;
type Permission = NonNullable<Rows<'SecurityGroups'>['IpPermissions']>[number];
type Entry = ReturnType<typeof aclEntry>;
type RouteRow = ReturnType<typeof routeTo>;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

const tcp = (port: number, CidrIp: string, to = port): Permission => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: to,
  IpRanges: [{ CidrIp }],
});

/** Ten rules, two of which let the members of a group, and the last a whole block, reach what is served. */
export function tenInboundRules(servedPort: number, callers: string, block: string): readonly Permission[] {
  return [
    ...range(4).map((i) => tcp(9100 + i, `172.16.${i}.0/24`)),
    { IpProtocol: 'tcp', FromPort: servedPort, ToPort: servedPort, UserIdGroupPairs: [{ GroupId: callers }] },
    ...range(3).map((i) => tcp(22, `192.168.${i}.0/24`)),
    { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, UserIdGroupPairs: [{ GroupId: callers }] },
    tcp(443, block),
  ];
}

export function tenOutboundRules(block: string): readonly Permission[] {
  return [
    ...range(7).map((i) => tcp(443, `198.51.100.${16 * i}/28`)),
    { IpProtocol: 'udp', FromPort: 53, ToPort: 53, IpRanges: [{ CidrIp: block }] },
    tcp(1024, block, 65535),
    tcp(22, block, 443),
  ];
}

/** The group that everybody has: monitoring, backup, patches. */
export function tenServiceRules(): readonly Permission[] {
  return [
    ...range(5).map((i) => tcp(9200 + i, `192.168.${16 * i}.0/20`)),
    ...range(5).map((i) => tcp(8140 + i, `172.20.${i}.0/24`)),
  ];
}

/** Seven blocks that somebody barred, then what is allowed. */
export function tenAclEntries(egress: boolean, block: string): readonly Entry[] {
  return [
    ...range(7).map((i) => aclEntry(100 + 10 * i, egress, `198.51.100.${16 * i}/28`, [0, 65535], 'deny')),
    aclEntry(200, egress, block, [22, 22]),
    aclEntry(210, egress, block, [443, 443]),
    aclEntry(220, egress, block, [1024, 65535]),
  ];
}

/** So many routes to networks that nobody asks about here. */
export function elsewhere(count: number, target: Partial<RouteRow>): readonly RouteRow[] {
  return range(count).map((i) => routeTo(`172.${16 + (i % 16)}.${i}.0/24`, target));
}
