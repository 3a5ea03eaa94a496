/** Why a blackhole's target carries nothing, in the words of its state. https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { blackholeReason } from '@/lib/core/explain/target-state';
import type { World } from '@/lib/core/simulate/world';
import type { RouteTarget } from '@/lib/core/vpc/route-table';
import { pair, parsed } from '../../support/pair';

const having = (rows: Partial<World['Snapshot']>): World => {
  const world = pair();
  return { ...world, Snapshot: { ...world.Snapshot, ...rows } };
};
const peering = (Code: string): World =>
  having({
    VpcPeeringConnections: [
      {
        VpcPeeringConnectionId: 'pcx-1',
        RequesterVpcInfo: { VpcId: 'vpc-1' },
        AccepterVpcInfo: { VpcId: 'vpc-2' },
        Status: { Code },
      },
    ],
  });
const gateway = having({ InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [] }] });

const PCX: RouteTarget = { kind: 'vpc-peering-connection', id: 'pcx-1' };
const IGW: RouteTarget = { kind: 'internet-gateway', id: 'igw-1' };

describe('blackholeReason', () => {
  it.each([
    ['a connection that nobody accepted', peering('pending-acceptance'), PCX, /still pending acceptance/],
    ['a connection that expired', peering('expired'), PCX, /^its target pcx-1 is expired$/],
    ['a connection that is not there', pair(), PCX, /^its target pcx-1 is gone$/],
    ['a gateway that is detached', gateway, IGW, /^its target igw-1 is attached to no VPC$/],
    ['a gateway that is not there', pair(), IGW, /^its target igw-1 is gone$/],
    ['a NAT gateway that is not there', pair(), { kind: 'nat-gateway', id: 'nat-1' }, /is gone$/],
  ] as const)('%s', (_name, world, target, says) => {
    expect(plain(blackholeReason(target, parsed(world).network))).toMatch(says);
  });

  it('says no more than the route does where the network is not at hand', () => {
    expect(plain(blackholeReason(PCX, undefined))).toBe('its target pcx-1 is gone, detached or not active');
  });
});
