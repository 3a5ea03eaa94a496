/**
 * The network of the verdict matrix: a client C and a server S in different subnets of one VPC, everything open, every
 * interface logged. Each row of the matrix changes one thing.
 */
import { invariant } from '@/lib/core/assert';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import { allowAll, networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow } from '@/lib/core/scenario/blueprints/route-rows';
import { subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import { type ParsedWorld, parseWorld } from '@/lib/core/simulate/parse-world';
import { simulate } from '@/lib/core/simulate/simulate';
import type { TrafficDocument, World } from '@/lib/core/simulate/world';

export const C = 'eni-c';
export const S = 'eni-s';
export const START = Date.UTC(2026, 2, 2, 10, 0, 0);

const server = (letter: 'c' | 's', address: string): Server => ({
  interfaceId: `eni-${letter}`,
  instanceId: `i-${letter}`,
  name: letter,
  address,
  subnetId: `subnet-${letter}`,
  groupIds: [`sg-${letter}`],
});

const ANY = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }];

/** One attempt at TCP 443 on S, ten seconds into the window. */
export function pair(): World & {
  readonly Snapshot: Snapshot;
  readonly Traffic: readonly TrafficDocument[];
} {
  const servers = [server('c', '10.0.1.10'), server('s', '10.0.2.20')];
  return {
    Snapshot: {
      Region: 'eu-central-1',
      OwnerId: '111122223333',
      Vpcs: [vpcRow('vpc-1', 'one', '10.0.0.0/16')],
      Subnets: [
        subnetRow('subnet-c', 'vpc-1', 'c', '10.0.1.0/24', 'a'),
        subnetRow('subnet-s', 'vpc-1', 's', '10.0.2.0/24', 'b'),
      ],
      RouteTables: [
        routeTableRow('rtb-c', 'vpc-1', 'c', [localRoute('10.0.0.0/16')], ['subnet-c'], true),
        routeTableRow('rtb-s', 'vpc-1', 's', [localRoute('10.0.0.0/16')], ['subnet-s']),
      ],
      NetworkAcls: [
        networkAclRow('acl-c', 'vpc-1', 'c', [allowAll(false), allowAll(true)], ['subnet-c'], true),
        networkAclRow('acl-s', 'vpc-1', 's', [allowAll(false), allowAll(true)], ['subnet-s']),
      ],
      SecurityGroups: [
        securityGroupRow('sg-c', 'vpc-1', 'c', []),
        securityGroupRow('sg-s', 'vpc-1', 's', ANY),
      ],
      NetworkInterfaces: servers.map((row) => networkInterfaceRow('vpc-1', row)),
      Instances: servers.map((row) => instanceRow('vpc-1', row)),
    },
    Hosts: [
      { Name: 'c', NetworkInterfaceIds: [C] },
      { Name: 's', NetworkInterfaceIds: [S], Listeners: [{ Protocol: 'tcp', Port: 443 }] },
    ],
    Traffic: [
      { From: C, To: '10.0.2.20', Protocol: 'tcp', Port: 443, At: new Date(START + 10_000).toISOString() },
    ],
  };
}

export function parsed(world: World): ParsedWorld {
  const door = parseWorld(world);
  invariant(
    !('issues' in door),
    `the world passes the door: ${JSON.stringify('issues' in door && door.issues)}`,
  );
  return door.world;
}

/** Every record of the first window. */
export function recordsOf(world: World): readonly WrittenRecord[] {
  const ready = parsed(world);
  return writeFlowLog(ready.network, simulate(ready).crossings, { from: START, to: START + 60_000 });
}

/** What the four logs of the first window say, in the notation of the matrix: `A2` is ACCEPT with tcp-flags 2. */
export function matrixRow(world: World): readonly [string, string, string, string] {
  const records = recordsOf(world);
  const cell = (interfaceId: string, direction: 'ingress' | 'egress'): string =>
    records
      .filter(
        (written) => written.interfaceId === interfaceId && written.record['flow-direction'] === direction,
      )
      .map(({ record }) => `${record.action?.charAt(0)}${record['tcp-flags']}`)
      .join(' ') || 'none';
  return [cell(C, 'egress'), cell(S, 'ingress'), cell(S, 'egress'), cell(C, 'ingress')];
}
