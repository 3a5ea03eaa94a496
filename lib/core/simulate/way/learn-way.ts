/**
 * Finds the way between two subnets. Where a packet goes depends on its addresses alone as long as it
 * meets nothing but route tables, peering connections and transit gateways; protocol and ports matter to the filters on the
 * way. So it is walked once, past filters that let everything pass; every other packet then meets the same stations.
 */
import { invariant } from '../../assert';
import { type Cidr, contains, containsCidr } from '../../net/cidr';
import { type Packet, SYN } from '../../net/packet';
import { TCP } from '../../net/protocol';
import { entriesOf, NACL_FIRST_MATCH } from '../../rules/network-acl';
import type { PacketLaws } from '../../rules/packet-laws';
import { SG_ALLOW_UNION } from '../../rules/security-group';
import type { NetworkInterface } from '../../vpc/network-interface';
import { newMemory } from '../memory';
import type { Ground } from '../motion';
import type { Step, Trace } from '../trace';
import { walkPacket } from '../walk';
import { openSubjects } from './open-subjects';
import type { FixedStation, FixedStep, Station, Way } from './way';

/** From one interface's primary address to another's; `undefined` where some packets between the two subnets go another way. */
export function learnWay(ground: Ground, from: NetworkInterface, to: NetworkInterface): Way | undefined {
  const near = blockOf(from);
  const far = blockOf(to);
  const seen = { identity: true, dependsOnFlow: false };
  const open = { ...ground, laws: openLaws(ground, seen), memory: newMemory(), keepsSteps: true };
  const packet = anyPacket(from, to);
  const sender = { kind: 'interface', networkInterfaceId: from.id, address: from.primaryAddress } as const;
  const trace = walkPacket(open, sender, packet, 0);
  if (!near || !far || seen.dependsOnFlow || !arrivesAt(to, packet, trace)) return undefined;
  const stations = trace.hops.flatMap(({ component, steps }) =>
    steps.map((step) => stationOf(ground, component, step, far)),
  );
  // Further interfaces on the way are those of appliances, which may do with a packet what they like.
  const interfaces = stations.filter((one) => one?.kind === 'fixed' && one.step.kind === 'network-interface');
  if (!stations.every((station) => station !== undefined) || interfaces.length !== 2) return undefined;
  const networkAcls = stations.filter((station) => station.kind === 'network-acl');
  const passing = openSubjects(networkAcls, near, far, packet);
  return { stations, networkAcls, passing, keepsIdentity: seen.identity };
}

function blockOf({ primaryAddress, subnet }: NetworkInterface): Cidr | undefined {
  return subnet.cidrs.find((cidr) => contains(cidr, primaryAddress));
}

function anyPacket({ primaryAddress: source }: NetworkInterface, to: NetworkInterface): Packet {
  const ports = { sourcePort: 50_000, destinationPort: 443 };
  return { protocol: TCP, source, destination: to.primaryAddress, ...ports, tcpFlags: SYN, length: 60 };
}

/** AWS's laws with the filters open; `seen` takes down what else the walk asks of the flow. */
function openLaws(
  { laws, members }: Ground,
  seen: { identity: boolean; dependsOnFlow: boolean },
): PacketLaws {
  const everything = { protocol: 'all', ports: 'all', icmp: 'all' } as const;
  return {
    ...laws,
    networkAcl: ({ ingress: [entry] }) => {
      invariant(entry, 'a network ACL ends in its * entries');
      return { allowed: true, decidedBy: entry, rule: NACL_FIRST_MATCH };
    },
    securityGroups: ([group], _direction, _packet, inSight) => {
      invariant(group, 'only an interface with groups asks them');
      seen.identity = inSight === members;
      const decidedBy = { ...everything, peer: { kind: 'security-group', id: group.id } } as const;
      return { allowed: true, group, decidedBy, rule: SG_ALLOW_UNION };
    },
    transitGatewayZone(attachment, from, pinned, spread) {
      const watched =
        <T>(ask: () => T) =>
        (): T => {
          seen.dependsOnFlow = true;
          return ask();
        };
      return laws.transitGatewayZone(attachment, from, watched(pinned), watched(spread));
    },
  };
}

/** Untranslated, and not at a host that would pass it on. */
function arrivesAt({ id }: NetworkInterface, packet: Packet, { arrival }: Trace): boolean {
  if (arrival?.packet !== packet || arrival.receiver === 'exempt-service') return false;
  return arrival.receiver.kind === 'interface' && arrival.receiver.networkInterfaceId === id;
}

/** `block`: the receiver's subnet; a table that parts it sends some of its addresses elsewhere. */
function stationOf({ network }: Ground, component: string, step: Step, block: Cidr): Station | undefined {
  const fixed = (same: FixedStep): FixedStation => ({ kind: 'fixed', component, step: same });
  switch (step.kind) {
    case 'security-group':
      return { kind: 'security-groups', direction: step.direction };
    case 'network-acl': {
      const networkAcl = network.networkAcls.get(component);
      const { kind, direction } = step;
      return networkAcl && { kind, networkAcl, direction, entries: entriesOf(networkAcl, direction) };
    }
    case 'route-table': {
      const table = network.routeTables.get(component);
      return table && !parts(table.routes, block) ? fixed(step) : undefined;
    }
    case 'transit-gateway-route-table': {
      const table = [...network.transitGateways.values()]
        .map(({ routeTables }) => routeTables.get(component))
        .find((one) => one !== undefined);
      const isShared = step.by !== 'no-route' && step.by.attachmentIds.length > 1;
      return table && !isShared && !parts(table.routes, block) ? fixed(step) : undefined;
    }
    case 'transit-gateway':
    case 'network-interface':
    case 'subnet':
    case 'vpc-peering-connection':
      return fixed(step);
    default:
      return undefined;
  }
}

function parts(routes: readonly { readonly destination: Cidr }[], block: Cidr): boolean {
  return routes.some(
    ({ destination }) => destination.length > block.length && containsCidr(block, destination),
  );
}
