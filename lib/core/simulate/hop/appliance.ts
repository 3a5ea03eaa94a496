/** A host that passes packets on: unchanged, or with its own address in the source's place, as a NAT instance does. */
import type { Packet } from '../../net/packet';
import { SG_REFERENCE_LOST } from '../../rules/group-members';
import { HOST_FORWARDING_OFF, HOST_STOPPED } from '../../rules/host';
import { NAT_INSTANCE_TRANSLATES } from '../../rules/nat-gateway';
import type { NetworkInterface } from '../../vpc/network-interface';
import { interfaceTowards, isOpening } from '../host';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import type { Translator } from '../nat-sessions';

/** A NAT instance also takes what is for itself: it may be an answer for somebody behind it. */
export function isForwarder({ hosts }: Walk, { id }: NetworkInterface): boolean {
  return hosts.byInterface.get(id)?.forwarding === 'masquerade';
}

/** Onwards, or `undefined` where the packet is for the host itself. */
export function forward(
  walk: Walk,
  networkInterface: NetworkInterface,
  packet: Packet,
  isOwn: boolean,
): Motion | Ending | undefined {
  const { id, instance, primaryAddress } = networkInterface;
  const host = walk.hosts.byInterface.get(id);
  const component = host?.name ?? instance?.id ?? id;
  const refusal =
    instance && instance.state !== 'running'
      ? HOST_STOPPED
      : host?.forwarding === 'off'
        ? HOST_FORWARDING_OFF
        : undefined;
  const translator: Translator = { id, addresses: [primaryAddress], idleTimeout: Number.POSITIVE_INFINITY };
  if (isOwn) {
    const answer = refusal ? undefined : walk.memory.natSessions.restore(translator, packet, walk.now);
    return answer && translated(walk, networkInterface, component, packet, answer);
  }
  if (refusal) {
    note(walk, component, { kind: 'host', allowed: false, rule: refusal, packet });
    return end('host-dropped');
  }
  walk.identityLost = SG_REFERENCE_LOST;
  if (host?.forwarding !== 'masquerade') return onwards(walk, networkInterface, packet);
  const sent = walk.memory.natSessions.translate(translator, packet, walk.now, isOpening(packet));
  if ('refused' in sent) return end('no-session');
  return translated(walk, networkInterface, component, packet, sent.packet);
}

function translated(
  walk: Walk,
  networkInterface: NetworkInterface,
  component: string,
  packet: Packet,
  is: Packet,
): Motion {
  note(walk, component, {
    kind: 'host',
    allowed: true,
    rule: NAT_INSTANCE_TRANSLATES,
    packet,
    translated: is,
  });
  return onwards(walk, networkInterface, is);
}

/** Out by the interface that the host's own routes name. */
function onwards({ hosts, network }: Walk, arrivedAt: NetworkInterface, packet: Packet): Motion {
  const host = hosts.byInterface.get(arrivedAt.id);
  const networkInterface = interfaceTowards(network, host, arrivedAt, packet.destination);
  return { to: 'interface-out', networkInterface, packet };
}
