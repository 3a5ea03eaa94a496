/** The two filters that packets meet: the security groups of an interface, the network ACL of a subnet. */
import { intersectIntervals } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import type { PacketSpace } from '../../net/packet-space';
import { TCP, UDP } from '../../net/protocol';
import type { Direction } from '../../vpc/match';
import type { Subnet } from '../../vpc/subnet';
import { packetsOf } from '../flow';
import { type Ends, endsOf } from '../leg';
import { type Obstacle, obstacleOf } from '../obstacle';
import { admit, authorize } from '../repair';
import type { Search } from '../search';
import type { Station } from '../station';
import { eachOf, stopsOf, type Way } from '../way';
import { type Check, judge } from './judge';

export function passNetworkAcl(
  search: Search,
  way: Way,
  subnet: Subnet,
  direction: Direction,
): Way | undefined {
  const { networkAcl: acl } = subnet;
  const { leg } = way;
  const { allowed, rules } = search.networkAcl(acl, { direction, leg });
  const obstacle = (refused: PacketSet): Obstacle =>
    obstacleOf(`acl ${acl.id} ${direction} ${leg}`, 'SUBNET_ACL_RESTRICTION', () => {
      const denying = rules.find(
        ({ rule, effective }) => rule.ruleAction === 'deny' && !effective.intersect(refused).isEmpty,
      );
      return {
        facts: {
          Acl: acl.id,
          ...(denying && { AclRule: { entry: denying.rule, direction } }),
          Direction: direction,
          Subnet: subnet.id,
          Vpc: subnet.vpc.id,
        },
        repair: admit(acl, direction, leg, refused),
      };
    });
  return judge(search, way, {
    component: acl.id,
    kind: 'network-acl',
    direction,
    at: { subnetId: subnet.id, vpcId: subnet.vpc.id },
    decidedBy: { kind: 'network-acl', rules },
    checks: [{ accepts: allowed, obstacle }],
  });
}

/** An interface without security groups (a NAT gateway's) has nothing that could refuse. */
export function passSecurityGroups(
  search: Search,
  way: Way,
  station: Station,
  direction: Direction,
): Way | undefined {
  const { securityGroups, subnet } = station;
  const [first] = securityGroups;
  if (!first) return way;
  const { leg } = way;
  const side = { direction, leg };
  const tracked = trackedAt(search, way, station, direction);
  const references = way.identityLostAt === undefined ? 'in-sight' : 'lost';
  const list = () => search.securityGroups(securityGroups, side, references);
  // Nobody asks the rules about answers that are all remembered.
  const isRemembered = packetsOf(search.space, way.flow).isSubsetOf(tracked);
  const accepts = isRemembered ? tracked : list().allowed.union(tracked);
  return judge(search, way, {
    component: first.id,
    kind: 'security-group',
    direction,
    at: { subnetId: subnet.id, vpcId: subnet.vpc.id },
    decidedBy: {
      kind: 'security-group',
      get rules() {
        return list().rules;
      },
      tracked,
    },
    checks: [
      ...(isRemembered ? [] : referenceChecks(search, way, station, direction, accepts)),
      { accepts, obstacle: (refused) => noRule(way, station, direction, refused) },
    ],
  });
}

/** The answer of a tracked connection passes: what crossed here the other way on the way there. */
function trackedAt({ space }: Search, way: Way, station: Station, direction: Direction): PacketSet {
  const known: PacketSet[] = [];
  for (const crossing of eachOf(way.crossings)) {
    if (crossing.station !== station) continue;
    const packets = packetsOf(space, crossing.flow);
    const isSameWay = crossing.direction === direction;
    // What goes round in circles is known the second time.
    if (isSameWay !== (crossing.leg !== way.leg)) known.push(packets);
    if (isSameWay || crossing.leg !== way.leg) continue;
    known.push(...mirrored(space, station, packets, endsOf(way.leg)));
  }
  return space.union(known);
}

/**
 * What an interface sends to its own public address comes back as if it answered itself, where all that is compared is the
 * same both ways: of protocols without ports, and from a port to the same port. A set of the latter takes a box for each
 * port, so it is told where few ports are asked about.
 */
function mirrored(
  space: PacketSpace,
  { interfaces }: Station,
  sent: PacketSet,
  { from, to }: Ends,
): readonly PacketSet[] {
  const withPorts = space.box({ protocol: [TCP, UDP] });
  return interfaces.flatMap(({ privateAddresses }) =>
    privateAddresses.flatMap(({ address, publicAddress }) => {
      if (publicAddress === undefined) return [];
      const toItself = sent.intersect(space.box({ [from]: address, [to]: publicAddress }));
      if (toItself.isEmpty) return [];
      const back = { [from]: publicAddress, [to]: address };
      const protocols = toItself.subtract(withPorts).project('protocol');
      const alike = samePorts(toItself).map((port) => {
        const some = { sourcePort: port, destinationPort: port };
        return space.box({
          ...back,
          ...some,
          protocol: toItself.intersect(space.box(some)).project('protocol'),
        });
      });
      return [space.box({ protocol: protocols, ...back }), ...alike];
    }),
  );
}

const FEW_PORTS = 64;

/** The ports from which and to which packets are sent, where they are few. */
function samePorts(packets: PacketSet): readonly number[] {
  const both = intersectIntervals(packets.project('sourcePort'), packets.project('destinationPort'));
  const count = both.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  if (count > FEW_PORTS) return [];
  return both.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}

function noRule(
  way: Way,
  { id, securityGroups, subnet }: Station,
  direction: Direction,
  refused: PacketSet,
): Obstacle {
  const hasRules = securityGroups.some((group) => group[direction].length > 0);
  const [first] = securityGroups;
  const common = { Direction: direction, NetworkInterface: id, Vpc: subnet.vpc.id };
  return obstacleOf(
    `sg ${id} ${direction} ${way.leg}`,
    hasRules ? 'ENI_SG_RULES_MISMATCH' : 'SG_HAS_NO_RULES',
    () => ({
      facts: hasRules
        ? { ...common, SecurityGroups: securityGroups.map((group) => group.id), Subnet: subnet.id }
        : { ...common, ...(first && { SecurityGroup: first.id }) },
      repair: first && authorize(first.id, direction, way.leg, refused),
    }),
  );
}

/** Where a reference to a group would let packets pass if only the group could be seen from here. */
function referenceChecks(
  search: Search,
  way: Way,
  station: Station,
  direction: Direction,
  accepted: PacketSet,
): readonly Check[] {
  if (!search.waiving) return [];
  const unseen = unseenPeer(search, way, station, direction);
  if (unseen) return [unseen];
  const side = { direction, leg: way.leg };
  const { allowed, rules } = search.securityGroups(station.securityGroups, side, 'all');
  const lost = allowed.subtract(accepted);
  if (lost.isEmpty) return [];
  const obstacle = (refused: PacketSet): Obstacle => {
    const rule = rules.find(
      (one) => one.rule.rule.peer.kind === 'security-group' && !one.effective.intersect(refused).isEmpty,
    );
    const [first] = station.securityGroups;
    const attachment = stopsOf(way).findLast(
      ({ kind, leg }) => kind === 'transit-gateway' && leg === way.leg,
    );
    const facts = {
      ...(rule && { SecurityGroupRule: { rule: rule.rule.rule, direction } }),
    };
    const repair = first && { repair: authorize(first.id, direction, way.leg, refused) };
    const key = `sg-reference ${station.id} ${direction} ${way.leg}`;
    const isSwitchedOff = search.network.transitGateways
      .get(attachment?.at?.transitGatewayId ?? '')
      ?.attachments.get(way.identityLostAt ?? attachment?.component ?? '');
    if (attachment && isSwitchedOff?.resource.kind === 'vpc')
      return {
        key,
        code: 'SG_REFERENCING_SUPPORT',
        facts: {
          ...facts,
          TransitGatewayAttachment: attachment.component,
          ...(attachment.at?.transitGatewayId !== undefined && {
            TransitGateway: attachment.at.transitGatewayId,
          }),
        },
        ...repair,
      };
    return {
      key,
      code: 'SG_REFERENCES_NOT_PRESERVED',
      facts: {
        ...facts,
        Component: way.identityLostAt ?? station.subnet.vpc.id,
        SecurityGroups: station.securityGroups.map(({ id }) => id),
      },
      ...repair,
    };
  };
  return [{ accepts: search.space.everything.subtract(lost), obstacle }];
}

/** A rule that names a group of a peer that the document does not show is taken to deny. */
function unseenPeer(search: Search, way: Way, station: Station, direction: Direction): Check | undefined {
  const { network } = search;
  const peering = stopsOf(way).findLast(
    ({ kind, leg }) => kind === 'vpc-peering-connection' && leg === way.leg,
  );
  const pcx = peering && network.vpcPeeringConnections.get(peering.component);
  if (!pcx || (pcx.requester.vpc && pcx.accepter.vpc)) return undefined;
  const names = station.securityGroups.flatMap((group) =>
    group[direction].flatMap(({ peer }) =>
      peer.kind === 'security-group' && !network.securityGroups.has(peer.id) ? [peer.id] : [],
    ),
  );
  if (names.length === 0) return undefined;
  const { allowed } = search.securityGroups(station.securityGroups, { direction, leg: way.leg }, 'in-sight');
  const [first] = station.securityGroups;
  return {
    accepts: allowed.union(trackedAt(search, way, station, direction)),
    obstacle: (refused) => ({
      key: `sg-reference ${station.id} ${direction} ${way.leg}`,
      code: 'UNKNOWN_PEERED_SGS',
      facts: {
        VpcPeeringConnection: pcx.id,
        SecurityGroups: names,
        SourceVpc: pcx.requester.vpcId,
        DestinationVpc: pcx.accepter.vpcId,
      },
      ...(first && { repair: authorize(first.id, direction, way.leg, refused) }),
    }),
  };
}
