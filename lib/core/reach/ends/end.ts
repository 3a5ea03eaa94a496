/** The two ends of a question: which component is meant. https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html */
import type { Ipv4 } from '../../net/ipv4';
import type { TransitGateway, TransitGatewayAttachment } from '../../vpc/transit-gateway';
import type { Vpc } from '../../vpc/vpc';
import type { VpcEndpoint } from '../../vpc/vpc-endpoint';
import type { VpcPeeringConnection } from '../../vpc/vpc-peering-connection';
import type { INTERNET } from '../blockers/itinerary';
import type { Ground } from '../ground';
import type { Leg } from '../leg';
import type { Link } from './links';
import type { Station } from './station';

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

/** A leg never ends at whoever only answers. */
export function mayStart(end: End, leg: Leg): boolean {
  return leg === 'return' || !(end.kind === 'interfaces' && end.stations.some(({ endpoint }) => endpoint));
}
