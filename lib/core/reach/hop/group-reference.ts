/** Rules that name a security group which cannot be seen from here. */
import type { PacketSet } from '../../net/packet-set';
import type { Direction } from '../../vpc/match';
import type { Obstacle } from '../blockers/obstacle';
import { authorize } from '../blockers/repair';
import type { Station } from '../ends/station';
import { namesGroups } from '../filters';
import type { Search } from '../search';
import { stopsOf, type Way } from '../way';
import type { Check } from './judge';
import { trackedAt } from './tracking';

/** Where a reference to a group would let packets pass if only the group could be seen from here. */
export function referenceChecks(
  search: Search,
  way: Way,
  station: Station,
  direction: Direction,
  accepted: PacketSet,
): readonly Check[] {
  if (!search.waiving || !namesGroups(station.securityGroups, direction)) return [];
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
    const attachment = stopsOf(way).findLast(({ kind }) => kind === 'transit-gateway');
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
  return [{ refuses: lost, obstacle }];
}

/** A rule that names a group of a peer that the document does not show is taken to deny. */
function unseenPeer(search: Search, way: Way, station: Station, direction: Direction): Check | undefined {
  const { network } = search;
  const peering = stopsOf(way).findLast(({ kind }) => kind === 'vpc-peering-connection');
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
