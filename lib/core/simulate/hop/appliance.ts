/** A host that passes packets on: unchanged, or with its own address in the source's place, as a NAT instance does. */
import type { Packet } from '../../net/packet';
import { SG_REFERENCE_LOST } from '../../rules/group-members';
import { HOST_FORWARDING_OFF, HOST_STOPPED } from '../../rules/host';
import { NAT_INSTANCE_PORTS, NAT_INSTANCE_TRANSLATES } from '../../rules/nat-gateway';
import type { NetworkInterface } from '../../vpc/network-interface';
import { interfaceTowards } from '../host';
import { type Ending, end, type Motion, note, type Walk } from '../motion';
import type { Translator } from '../nat-sessions';
import { unreachable } from '../respond';
import { applianceVerdict } from './appliance-firewall';

/** A NAT instance also takes what is for itself: it may be an answer for somebody behind it. */
export function isForwarder({ hosts }: Walk, { id }: NetworkInterface): boolean {
  return hosts.byInterface.get(id)?.forwarding === 'masquerade';
}

interface Appliance {
  readonly networkInterface: NetworkInterface;
  /** Its host's name, or an id where nobody described one. */
  readonly component: string;
}

/** Onwards, or `undefined` where the packet is for the host itself. */
export function forward(
  walk: Walk,
  networkInterface: NetworkInterface,
  packet: Packet,
  isOwn: boolean,
): Motion | Ending | undefined {
  const { id, instance } = networkInterface;
  const host = walk.hosts.byInterface.get(id);
  const appliance = { networkInterface, component: host?.name ?? instance?.id ?? id };
  const refusal =
    instance && instance.state !== 'running'
      ? HOST_STOPPED
      : host?.forwarding === 'off'
        ? HOST_FORWARDING_OFF
        : undefined;
  if (isOwn) return refusal ? undefined : restored(walk, appliance, packet);
  if (refusal) {
    note(walk, appliance.component, { kind: 'host', allowed: false, rule: refusal, packet });
    return end('host-dropped');
  }
  walk.identityLost = SG_REFERENCE_LOST;
  return filtered(walk, appliance, packet) ?? passedOn(walk, appliance, packet);
}

/** An answer to what the host has translated, and otherwise its own business. */
function restored(walk: Walk, appliance: Appliance, packet: Packet): Motion | undefined {
  const answer = walk.memory.natSessions.restore(translatorOf(appliance), packet, walk.now);
  return answer && translated(walk, appliance, packet, answer);
}

function filtered(
  walk: Walk,
  { networkInterface, component }: Appliance,
  packet: Packet,
): Ending | undefined {
  const { verdict, rule } = applianceVerdict(walk, networkInterface, packet);
  if (verdict === 'accept') return undefined;
  note(walk, component, { kind: 'host', allowed: false, rule, packet });
  if (verdict === 'drop') return end('host-dropped');
  const { id: networkInterfaceId, primaryAddress: address } = networkInterface;
  walk.bounce = {
    from: { kind: 'interface', networkInterfaceId, address },
    packet: { ...unreachable(packet), source: address },
  };
  return end('host-rejected');
}

function passedOn(walk: Walk, appliance: Appliance, packet: Packet): Motion | Ending {
  const { networkInterface, component } = appliance;
  if (!isForwarder(walk, networkInterface)) return onwards(walk, networkInterface, packet);
  const sent = walk.memory.natSessions.translate(translatorOf(appliance), packet, walk.now, true);
  if ('packet' in sent) return translated(walk, appliance, packet, sent.packet);
  note(walk, component, { kind: 'host', allowed: false, rule: NAT_INSTANCE_PORTS, packet });
  return end('host-dropped');
}

/** The kernel's own ports, and no end of patience. */
function translatorOf({ networkInterface: { id, primaryAddress } }: Appliance): Translator {
  return {
    id,
    addresses: [primaryAddress],
    connections: Number.POSITIVE_INFINITY,
    idleTimeout: Number.POSITIVE_INFINITY,
  };
}

function translated(
  walk: Walk,
  { networkInterface, component }: Appliance,
  packet: Packet,
  is: Packet,
): Motion {
  const rule = NAT_INSTANCE_TRANSLATES;
  note(walk, component, { kind: 'host', allowed: true, rule, packet, translated: is });
  return onwards(walk, networkInterface, is);
}

/** Out by the interface that the host's own routes name. */
function onwards({ hosts, network }: Walk, arrivedAt: NetworkInterface, packet: Packet): Motion {
  const host = hosts.byInterface.get(arrivedAt.id);
  const networkInterface = interfaceTowards(network, host, arrivedAt, packet.destination);
  return { to: 'interface-out', networkInterface, packet };
}
