/** On the internet: a public address belongs to an interface behind a gateway, to a host outside, or to nobody. */
import { answerKey, type Packet } from '../../net/packet';
import { isPublic } from '../../net/special';
import { EIGW_CARRIES, EIGW_UNSOLICITED } from '../../rules/egress-only-internet-gateway';
import { INTERNET_CARRIES, INTERNET_PRIVATE_ADDRESS } from '../../rules/internet';
import { ADDRESS_NOT_OWNED } from '../../rules/network-interface';
import type { NetworkInterface } from '../../vpc/network-interface';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import { passesBlockPublicAccess } from './internet-gateway';
import { cross } from './network-interface';
import { answerToRegionalNat } from './regional-nat-gateway';
import { applianceBefore } from './vpc-edge';

type OnInternet = Extract<Motion, { to: 'internet' }>;

/** How long a packet takes across the internet, and between two ends of one Region, in milliseconds. */
const INTERNET_LATENCY = 12;

export function enterInternet(walk: Walk, { packet }: OnInternet): Motion | Ending {
  const { network, hosts } = walk;
  const refused = (rule: typeof ADDRESS_NOT_OWNED): Ending => {
    note(walk, 'internet', { kind: 'internet', allowed: false, rule, packet });
    return end('not-owned');
  };
  const { destination } = packet;
  const nat = walk.regionalNatGateways.get(destination);
  const owner = nat ? undefined : walk.laws.ownerOnInternet(network, destination);
  if (!owner && !isPublic(destination)) return refused(INTERNET_PRIVATE_ADDRESS);
  walk.now += INTERNET_LATENCY;
  walk.leftBy = undefined;
  const cameFromInside = walk.crossings.length > 0 || walk.natCrossings.length > 0;
  if (!nat && !owner && !cameFromInside && !hosts.byAddress.has(destination))
    return refused(ADDRESS_NOT_OWNED);
  note(walk, 'internet', { kind: 'internet', allowed: true, rule: INTERNET_CARRIES, packet });
  if (nat) return answerToRegionalNat(walk, nat, packet);
  if (!owner) return end('delivered', { packet, receiver: { kind: 'outside', address: destination } });
  return enterByGateway(walk, owner, packet);
}

/** Into the VPC: IPv6 that an egress-only gateway let out comes back by it, everything else by the internet gateway. */
function enterByGateway(walk: Walk, owner: NetworkInterface, packet: Packet): Motion | Ending {
  const { vpc } = owner.subnet;
  const direction = 'ingress';
  const egressOnly = [...walk.network.egressOnlyInternetGateways.values()].find(
    ({ vpcId }) => vpcId === vpc.id,
  );
  const isAnswer = walk.memory.egressOnly.has(answerKey(packet));
  if (
    egressOnly &&
    (isAnswer || (vpc.internetGatewayId === undefined && typeof packet.source === 'bigint'))
  ) {
    const rule = isAnswer ? EIGW_CARRIES : EIGW_UNSOLICITED;
    const kind = 'egress-only-internet-gateway';
    note(walk, egressOnly.id, { kind, direction, allowed: isAnswer, rule, packet });
    if (!isAnswer) return end('no-session');
    if (!passesBlockPublicAccess(walk, direction, { vpc, subnet: owner.subnet }, packet, true))
      return blockedIn(walk, owner, packet);
    return { to: 'interface-in', networkInterface: owner, packet, crossesBorder: true };
  }
  const decision = walk.laws.enterByInternetGateway(owner, packet);
  const { allowed, rule } = decision;
  const translated = decision.allowed ? { translated: decision.packet } : {};
  const gatewayId = vpc.internetGatewayId ?? vpc.id;
  note(walk, gatewayId, { kind: 'internet-gateway', direction, allowed, rule, packet, ...translated });
  if (!decision.allowed) return end('gateway-refused');
  // Behind an appliance it is the appliance's subnet that stands in public.
  const landing = applianceBefore(walk, gatewayId, decision.packet.destination) ?? owner;
  const isNat = walk.natGateways.has(landing.id);
  if (!passesBlockPublicAccess(walk, direction, { vpc, subnet: landing.subnet }, packet, isNat))
    return blockedIn(walk, landing, decision.packet);
  return { to: 'vpc-edge', gatewayId, vpc, packet: decision.packet };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-assess-impact-main.html: REJECT at the receiver, with BPA as its reason. */
function blockedIn(walk: Walk, owner: NetworkInterface, packet: Packet): Ending {
  cross(walk, owner, 'ingress', packet, 'REJECT').rejectReason = 'BPA';
  return end('denied-in');
}
