/**
 * The two ends of a question: which component, where its packets start, and where packets have reached it.
 * https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
 */
import { type Address, isIpv4 } from '../net/address';
import { formatCidr, hostCidr } from '../net/cidr';
import type { Ipv4 } from '../net/ipv4';
import type { PacketSet } from '../net/packet-set';
import { isPublic } from '../net/special';
import type { TransitGateway, TransitGatewayAttachment } from '../vpc/transit-gateway';
import type { Vpc } from '../vpc/vpc';
import type { VpcEndpoint } from '../vpc/vpc-endpoint';
import type { VpcPeeringConnection } from '../vpc/vpc-peering-connection';
import { flowOf, narrow } from './flow';
import type { Ground } from './ground';
import { unknownPublic } from './hop/internet-gateway';
import { judge, judgeRefusals } from './hop/judge';
import { isRunning } from './hop/network-interface';
import { intoVpc } from './hop/vpn-gateway';
import { INTERNET, type Node } from './itinerary';
import { endsOf, type Leg } from './leg';
import type { Link } from './links';
import type { Motion, Onward } from './motion';
import type { Search } from './search';
import type { Station } from './station';
import type { Way } from './way';

export type End =
  /** An interface, an instance with all of its own, or an interface endpoint. */
  | { readonly kind: 'interfaces'; readonly id: string; readonly stations: readonly Station[] }
  | { readonly kind: 'internet-gateway'; readonly id: string; readonly vpc: Vpc }
  | {
      readonly kind: 'vpc-peering-connection';
      readonly id: string;
      readonly connection: VpcPeeringConnection;
    }
  | { readonly kind: 'transit-gateway'; readonly id: string; readonly gateway: TransitGateway }
  | {
      readonly kind: 'transit-gateway-attachment';
      readonly id: string;
      readonly gateway: TransitGateway;
      readonly attachment: TransitGatewayAttachment;
    }
  | { readonly kind: 'vpn-gateway'; readonly id: string; readonly vpc: Vpc }
  | { readonly kind: 'vpc-endpoint'; readonly id: string; readonly endpoint: VpcEndpoint }
  /** Everybody outside, and everybody behind a connection to the premises: AWS's tool asks about gateways instead. */
  | { readonly kind: 'internet'; readonly id: typeof INTERNET }
  | { readonly kind: 'premises'; readonly id: string; readonly link: Link }
  /** Only where packets go to: whoever has it. */
  | { readonly kind: 'address'; readonly id: string; readonly address: Ipv4 };

export type EndDoor =
  | { readonly end: End }
  | { readonly code: 'NO_SOURCE_OR_DESTINATION' | 'UNASSOCIATED_COMPONENT' | 'UNSUPPORTED_COMPONENT' };

export function endOf(ground: Ground, id: string): EndDoor {
  const { network, stations } = ground;
  const prefix = id.slice(0, id.indexOf('-'));
  switch (prefix) {
    case 'eni': {
      const station = stations.byInterface.get(id);
      return station ? { end: { kind: 'interfaces', id, stations: [station] } } : MISSING;
    }
    case 'i': {
      if (!network.instances.has(id)) return MISSING;
      const own = [...network.networkInterfaces.values()].filter(({ instance }) => instance?.id === id);
      return own.length > 0
        ? { end: { kind: 'interfaces', id, stations: stationsFor(ground, own) } }
        : UNASSOCIATED;
    }
    case 'vpce': {
      const endpoint = network.vpcEndpoints.get(id);
      if (!endpoint) return MISSING;
      if (endpoint.type === 'gateway') return { end: { kind: 'vpc-endpoint', id, endpoint } };
      const own = endpoint.networkInterfaces;
      return own.length > 0
        ? { end: { kind: 'interfaces', id, stations: stationsFor(ground, own) } }
        : UNASSOCIATED;
    }
    case 'igw': {
      const gateway = network.internetGateways.get(id);
      const vpc = network.vpcs.get(gateway?.vpcId ?? '');
      if (!gateway) return MISSING;
      return vpc ? { end: { kind: 'internet-gateway', id, vpc } } : UNASSOCIATED;
    }
    case 'vgw': {
      const gateway = network.vpnGateways.get(id);
      const vpc = network.vpcs.get(gateway?.vpcId ?? '');
      if (!gateway) return MISSING;
      return vpc ? { end: { kind: 'vpn-gateway', id, vpc } } : UNASSOCIATED;
    }
    case 'pcx': {
      const connection = network.vpcPeeringConnections.get(id);
      return connection ? { end: { kind: 'vpc-peering-connection', id, connection } } : MISSING;
    }
    case 'tgw':
      return id.startsWith('tgw-attach-') ? attachmentEnd(ground, id) : transitEnd(ground, id);
    default:
      return { code: 'UNSUPPORTED_COMPONENT' };
  }
}

const MISSING: EndDoor = { code: 'NO_SOURCE_OR_DESTINATION' };
const UNASSOCIATED: EndDoor = { code: 'UNASSOCIATED_COMPONENT' };

function stationsFor({ stations }: Ground, own: readonly { readonly id: string }[]): readonly Station[] {
  return [...new Set(own.flatMap(({ id }) => stations.byInterface.get(id) ?? []))];
}

function transitEnd({ network }: Ground, id: string): EndDoor {
  const gateway = network.transitGateways.get(id);
  return gateway ? { end: { kind: 'transit-gateway', id, gateway } } : MISSING;
}

function attachmentEnd({ network }: Ground, id: string): EndDoor {
  for (const gateway of network.transitGateways.values()) {
    const attachment = gateway.attachments.get(id);
    if (attachment) return { end: { kind: 'transit-gateway-attachment', id, gateway, attachment } };
  }
  return MISSING;
}

/** The components that an analysis names, which must not be taken together with others. */
export function interfacesOf({ network }: Pick<Ground, 'network'>, id: string): readonly string[] {
  if (id.startsWith('i-'))
    return [...network.networkInterfaces.values()]
      .filter(({ instance }) => instance?.id === id)
      .map((one) => one.id);
  if (id.startsWith('vpce-'))
    return network.vpcEndpoints.get(id)?.networkInterfaces.map((one) => one.id) ?? [];
  return [id];
}

/** Where an end stands among what is attached to what. */
export function nodeOf(ground: Ground, end: End): Node {
  switch (end.kind) {
    case 'interfaces':
      return end.stations[0]?.subnet.vpc.id ?? end.id;
    case 'address':
      return nodeOfAddress(ground, end.address);
    default:
      return end.id;
  }
}

function nodeOfAddress({ network, links }: Ground, address: Address): Node {
  for (const [vpcId, owned] of network.privateAddresses) if (owned.has(address)) return vpcId;
  for (const { id, cidrs } of network.vpcs.values()) {
    if (cidrs.some(({ base, length }) => isIpv4(base) && contains32(base, length, address))) return id;
  }
  if (isPublic(address)) return INTERNET;
  return links[0]?.id ?? INTERNET;
}

function contains32(base: number, length: number, address: Address): boolean {
  return typeof address === 'number' && (length === 0 || (base ^ address) >>> (32 - length) === 0);
}

/** The addresses that packets from an end may carry as their own; undefined: any. */
export function ownPackets({ space }: Ground, end: End, field: 'source' | 'destination'): PacketSet {
  switch (end.kind) {
    case 'interfaces':
      return space.box({ [field]: end.stations.flatMap(({ addresses }) => addresses) });
    case 'address':
      return space.box({ [field]: hostCidr(end.address) });
    default:
      return space.everything;
  }
}

/** Where packets of a leg begin that come from an end. */
export function startsAt(search: Search, end: End, way: Way): readonly Onward[] {
  const at = (motion: Motion): Onward => ({ way, motion });
  const { from } = endsOf(way.leg);
  switch (end.kind) {
    case 'interfaces':
      return end.stations.flatMap((station) => {
        const flow = way.flow.flatMap(({ waived, packets }) => {
          const own = packets.intersect(search.space.box({ [from]: station.addresses }));
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

/** Whether packets on this motion have reached an end. */
export function isAt(end: End, motion: Motion): boolean {
  switch (end.kind) {
    case 'interfaces':
      return motion.to === 'host' && end.stations.includes(motion.station);
    case 'internet':
      return motion.to === 'outside';
    case 'premises':
      return motion.to === 'on-premises' && motion.link.id === end.link.id;
    case 'internet-gateway':
      return motion.to === 'internet' && motion.gatewayId === end.id;
    case 'vpc-peering-connection':
      return (
        (motion.to === 'vpc' && motion.via === end.id) ||
        (motion.to === 'unseen' && motion.component === end.id)
      );
    case 'transit-gateway':
      return motion.to === 'transit-gateway' && motion.gateway.id === end.id;
    case 'transit-gateway-attachment':
      return motion.to === 'attachment' && motion.attachment.id === end.id;
    case 'vpn-gateway':
      return motion.to === 'premises' && motion.gatewayId === end.id;
    case 'vpc-endpoint':
      return motion.to === 'service' && motion.endpoint.id === end.id;
    case 'address':
      return ['host', 'outside', 'on-premises', 'service'].includes(motion.to);
  }
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

/** A leg never ends at whoever only answers. */
export function mayStart(end: End, leg: Leg): boolean {
  return leg === 'return' || !(end.kind === 'interfaces' && end.stations.some(({ endpoint }) => endpoint));
}
