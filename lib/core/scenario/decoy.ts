/** Harmless oddities, as every account has them: they look like causes, and nothing passes them. */
import type { Snapshot } from '../ec2/schema/snapshot';
import type { HealthyDesign } from './blueprint';
import { nameTag, OWNER_ID, type Row } from './draft/draft';
import { permission } from './draft/security-group';
import type { Random } from './random';

type Oddity = (snapshot: Snapshot, vpcId: string, random: Random) => Snapshot;

const id = (random: Random, prefix: string): string => `${prefix}-0${random.hex(16)}`;

/** A group that admits everybody, on no interface. */
const permissiveGroup: Oddity = (snapshot, VpcId, random) => {
  const name = random.pick(['temp-debug', 'test', 'old-default', 'wizard-1']);
  const row: Row<'SecurityGroups'> = {
    GroupId: id(random, 'sg'),
    GroupName: name,
    Description: name,
    VpcId,
    OwnerId: OWNER_ID,
    IpPermissions: [permission('-1', undefined, '0.0.0.0/0')],
    IpPermissionsEgress: [permission('-1', undefined, '0.0.0.0/0')],
    Tags: nameTag(name),
  };
  return { ...snapshot, SecurityGroups: [...(snapshot.SecurityGroups ?? []), row] };
};

/** A list that denies everything, for no subnet. */
const lonelyList: Oddity = (snapshot, VpcId, random) => {
  const star = (Egress: boolean) => ({
    RuleNumber: 32767,
    Egress,
    CidrBlock: '0.0.0.0/0',
    Protocol: '-1',
    RuleAction: 'deny' as const,
  });
  const row: Row<'NetworkAcls'> = {
    NetworkAclId: id(random, 'acl'),
    VpcId,
    OwnerId: OWNER_ID,
    IsDefault: false,
    Entries: [star(false), star(true)],
    Associations: [],
    Tags: nameTag(random.pick(['lockdown', 'quarantine', 'draft'])),
  };
  return { ...snapshot, NetworkAcls: [...(snapshot.NetworkAcls ?? []), row] };
};

/** A table with a dead route, which no subnet follows. */
const lonelyTable: Oddity = (snapshot, VpcId, random) => {
  const block = snapshot.Vpcs?.find((vpc) => vpc.VpcId === VpcId)?.CidrBlock ?? '10.0.0.0/16';
  const row: Row<'RouteTables'> = {
    RouteTableId: id(random, 'rtb'),
    VpcId,
    OwnerId: OWNER_ID,
    Routes: [
      { DestinationCidrBlock: block, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
      {
        DestinationCidrBlock: '0.0.0.0/0',
        NatGatewayId: id(random, 'nat'),
        Origin: 'CreateRoute',
        State: 'blackhole',
      },
    ],
    Associations: [],
    PropagatingVgws: [],
    Tags: nameTag(random.pick(['private-old', 'migration', 'test'])),
  };
  return { ...snapshot, RouteTables: [...(snapshot.RouteTables ?? []), row] };
};

const ODDITIES: readonly Oddity[] = [permissiveGroup, lonelyList, lonelyTable];

/** As many as are asked for; else none, one or two. */
export function withDecoys(design: HealthyDesign, random: Random, count?: number): HealthyDesign {
  const vpcIds = (design.world.Snapshot.Vpcs ?? []).map(({ VpcId }) => VpcId);
  const shuffled = random.shuffle(ODDITIES);
  const decoys = count ?? random.integer(0, 2);
  const chosen = [...shuffled, ...shuffled].slice(0, decoys);
  const Snapshot = chosen.reduce(
    (snapshot, oddity) => oddity(snapshot, random.pick(vpcIds), random),
    design.world.Snapshot,
  );
  return { ...design, decoys, world: { ...design.world, Snapshot } };
}
