/** Where packets begin: with the source, and on the way back with whoever answers. */
import { formatCidr } from '../../net/cidr';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';
import type { VpcPeeringConnection } from '../../vpc/vpc-peering-connection';
import { flowOf, narrow } from '../flow';
import { isRunning } from '../hop/instance';
import { judge, judgeRefusals } from '../hop/judge';
import { unknownPublic } from '../hop/public-address';
import { intoVpc } from '../hop/vpn-gateway';
import { endsOf } from '../leg';
import type { Motion, Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import type { End } from './end';
import type { Station } from './station';

/** Where packets of a leg begin that come from an end. */
export function startsAt(search: Search, end: End, way: Way): readonly Onward[] {
  const at = (motion: Motion): Onward => ({ way, motion });
  const { from } = endsOf(way.leg);
  switch (end.kind) {
    case 'interfaces':
      return end.stations.flatMap((station) => {
        const flow = way.flow.flatMap(({ waived, packets }) => {
          const own = packets.intersect(search.within(from, station.addresses));
          return own.isEmpty ? [] : [{ waived, packets: own }];
        });
        const started = flow.length > 0 ? sends(search, { ...way, flow }, station) : undefined;
        return started ? [{ way: started, motion: { to: 'interface-out', station } } as const] : [];
      });
    case 'internet': {
      const flow = narrow(way.flow, unknownPublic(search, from));
      return flow.length > 0
        ? [{ way: { ...way, flow }, motion: { to: 'internet', gatewayId: undefined } }]
        : [];
    }
    case 'internet-gateway':
      return [at({ to: 'internet', gatewayId: undefined, into: end.vpc })];
    case 'premises':
      return [at({ to: 'aws', link: end.link })];
    case 'vpc-peering-connection':
      return fromPeering(search, end.connection, way);
    case 'transit-gateway':
      return [...end.gateway.attachments.values()]
        .filter(({ resource }) => resource.kind === 'vpc')
        .map((attachment) =>
          at({ to: 'attachment', gateway: end.gateway, attachment, zone: '', from: undefined }),
        );
    case 'transit-gateway-attachment':
      return [at({ to: 'transit-gateway', gateway: end.gateway, attachment: end.attachment, zone: '' })];
    case 'vpn-gateway':
      return intoVpc(search, way, end.id);
    case 'vpc-endpoint':
      return serviceAnswers(search, end.endpoint, way);
    case 'address':
      return [];
  }
}

/** An instance that does not run sends nothing of its own. */
function sends(search: Search, way: Way, station: Station): Way | undefined {
  return way.leg === 'forward' ? isRunning(search, way, station) : way;
}

/** Out of a peering connection into each VPC that the document shows, for packets from the other one. */
function fromPeering(
  search: Search,
  { id, requester, accepter, isInterRegion }: VpcPeeringConnection,
  way: Way,
): readonly Onward[] {
  const { from, to } = endsOf(way.leg);
  return [
    [requester, accepter],
    [accepter, requester],
  ].flatMap(([far, near]): readonly Onward[] => {
    if (!far || !near?.vpc) return [];
    const packets = search
      .within(to, near.vpc.cidrs)
      .intersect(far.vpc ? search.within(from, far.vpc.cidrs) : search.space.everything);
    const flow = way.flow.flatMap((part) =>
      flowOf(part.packets.intersect(packets)).map((one) => ({ ...one, waived: part.waived })),
    );
    if (flow.length === 0) return [];
    const out = judge(
      search,
      { ...way, flow },
      {
        component: id,
        kind: 'vpc-peering-connection',
        at: { sourceVpcId: far.vpcId, destinationVpcId: near.vpcId },
        checks: [],
      },
    );
    if (!out) return [];
    const started = { ...out, ...(isInterRegion && { identityLostAt: id }) };
    return [{ way: started, motion: { to: 'vpc', vpc: near.vpc, from: undefined, via: id } }];
  });
}

/** A service answers from the addresses on its prefix list. */
function serviceAnswers(
  search: Search,
  { id, vpcId, serviceName }: VpcEndpoint,
  way: Way,
): readonly Onward[] {
  const vpc = search.network.vpcs.get(vpcId);
  const list = [...search.network.prefixLists.values()].find(({ name }) => name === serviceName);
  const { from } = endsOf(way.leg);
  const own = judgeRefusals(search, way, {
    component: id,
    kind: 'vpc-endpoint',
    at: { vpcId, serviceName },
    checks: [
      {
        accepts: list ? search.within(from, list.cidrs) : search.space.everything,
        obstacle: () => ({
          key: `service ${id}`,
          code: 'VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION',
          facts: { VpcEndpoint: id, PrefixList: list?.id ?? '', Cidrs: list?.cidrs.map(formatCidr) ?? [] },
        }),
      },
    ],
  });
  return vpc ? own.map((some) => ({ way: some, motion: { to: 'vpc', vpc, from: undefined } })) : [];
}

/** Where whoever has packets sends the answers from; none where nobody answers. */
export function answersFrom(search: Search, motion: Motion, way: Way): readonly Onward[] {
  const at = (next: Motion): readonly Onward[] => [{ way, motion: next }];
  switch (motion.to) {
    case 'host':
      return at({ to: 'interface-out', station: motion.station });
    case 'internet':
    case 'outside':
      return at({ to: 'internet', gatewayId: undefined });
    case 'premises':
    case 'on-premises':
      return at({ to: 'aws', link: motion.link });
    case 'service':
      return serviceAnswers(search, motion.endpoint, way);
    case 'vpc': {
      const pcx = search.network.vpcPeeringConnections.get(motion.via ?? '');
      const near = pcx && [pcx.requester, pcx.accepter].find(({ vpcId }) => vpcId !== motion.vpc.id)?.vpc;
      return near ? at({ to: 'vpc', vpc: near, from: undefined, via: motion.via ?? '' }) : [];
    }
    case 'attachment':
      return at({
        to: 'transit-gateway',
        gateway: motion.gateway,
        attachment: motion.attachment,
        zone: motion.zone,
      });
    default:
      return [];
  }
}
