/** On the internet: a public address belongs to an interface behind a gateway, to a host outside, or to nobody. */
import { isPublic } from '../../net/special';
import { INTERNET_CARRIES, INTERNET_PRIVATE_ADDRESS } from '../../rules/internet';
import { ADDRESS_NOT_OWNED } from '../../rules/network-interface';
import { type Ending, end, type Motion, note, type Walk } from '../motion';

type OnInternet = Extract<Motion, { to: 'internet' }>;

/** How long a packet takes across the internet, and between two ends of one Region, in milliseconds. */
const INTERNET_LATENCY = 12;

export function enterInternet(walk: Walk, { packet }: OnInternet): Motion | Ending {
  const { network, hosts } = walk;
  const refused = (rule: typeof ADDRESS_NOT_OWNED): Ending => {
    note(walk, 'internet', { kind: 'internet', allowed: false, rule, packet });
    return end('not-owned');
  };
  if (!isPublic(packet.destination)) return refused(INTERNET_PRIVATE_ADDRESS);
  walk.now += INTERNET_LATENCY;
  const owner = network.publicAddresses.get(packet.destination) ?? ipv6Owner(walk, packet.destination);
  if (owner) {
    note(walk, 'internet', { kind: 'internet', allowed: true, rule: INTERNET_CARRIES, packet });
    const gatewayId = owner.subnet.vpc.internetGatewayId;
    const decision = walk.laws.enterByInternetGateway(owner, packet);
    const { allowed, rule } = decision;
    const translated = decision.allowed ? { translated: decision.packet } : {};
    note(walk, gatewayId ?? owner.subnet.vpc.id, {
      kind: 'internet-gateway',
      direction: 'ingress',
      allowed,
      rule,
      packet,
      ...translated,
    });
    if (!decision.allowed) return end('gateway-refused');
    return { to: 'interface-in', networkInterface: owner, packet: decision.packet, crossesBorder: true };
  }
  const cameFromInside = walk.crossings.length > 0;
  if (!cameFromInside && !hosts.byAddress.has(packet.destination)) return refused(ADDRESS_NOT_OWNED);
  note(walk, 'internet', { kind: 'internet', allowed: true, rule: INTERNET_CARRIES, packet });
  return end('delivered', { packet, networkInterface: undefined, isExemptService: false });
}

/** IPv6 addresses of interfaces are public as they are. */
function ipv6Owner({ network }: Walk, destination: OnInternet['packet']['destination']) {
  if (typeof destination !== 'bigint') return undefined;
  for (const addresses of network.privateAddresses.values()) {
    const owner = addresses.get(destination);
    if (owner) return owner;
  }
  return undefined;
}
