/** What both kinds of NAT gateway do alike: whose addresses they write, and how they refuse. */
import type { Packet } from '../../net/packet';
import { NAT_IDLE, NAT_PORT_ALLOCATION, NAT_UNSOLICITED } from '../../rules/nat-gateway';
import type { NatGateway } from '../../vpc/nat-gateway';
import { reset } from '../host';
import { type Ending, end, note, type Walk } from '../motion';
import type { Translation, Translator } from '../nat-sessions';

export function translatorOf({ laws }: Walk, { id, addresses }: NatGateway): Translator {
  return { id, addresses, connections: laws.natConnections(), idleTimeout: laws.natIdleTimeout() };
}

const RULES = { idle: NAT_IDLE, 'port-allocation': NAT_PORT_ALLOCATION, unsolicited: NAT_UNSOLICITED };

/** A forgotten connection is answered with RST, in the name of the far end; want of ports with silence. */
export function refuseTranslation(
  walk: Walk,
  gateway: NatGateway,
  packet: Packet,
  why: Extract<Translation, { refused: string }>['refused'],
  from: NonNullable<Walk['bounce']>['from'],
): Ending {
  const rule = RULES[why];
  note(walk, gateway.id, { kind: 'nat-gateway', allowed: false, rule, packet });
  if (why === 'port-allocation') return end('gateway-refused');
  if (why === 'unsolicited') return end('no-session');
  walk.bounce = { from, packet: reset(packet) };
  return end('no-session');
}
