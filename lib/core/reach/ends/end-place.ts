/** Where an end stands, which packets are its own, and where packets have reached it. */
import { type Address, isIpv4 } from '../../net/address';
import { hostCidr } from '../../net/cidr';
import type { PacketSet } from '../../net/packet-set';
import { isPublic } from '../../net/special';
import { INTERNET, type Node } from '../blockers/itinerary';
import type { Ground } from '../ground';
import type { Motion } from '../motion';
import type { End } from './end';

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
