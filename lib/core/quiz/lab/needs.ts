/** What each filter on the way of an intent has to admit for it: one far end, one protocol, one port or the ports of answers. */

import { isIpv4 } from '../../net/address';
import type { Packet } from '../../net/packet';
import type { HeaderValues } from '../../net/packet-box';
import { hasPorts, isIcmp } from '../../net/protocol';
import type { Need } from '../../reach/grant';
import { EPHEMERAL } from '../../scenario/draft/network-acl';
import type { Probe } from '../../simulate/probe';

/** A security group remembers, so that only the way there asks it; a network ACL is asked both ways. */
export function needsOf({ forward, return: back }: Probe): readonly Need[] {
  return (['forward', 'return'] as const).flatMap((leg): readonly Need[] =>
    ((leg === 'forward' ? forward : back)?.hops ?? []).flatMap(({ component, steps }) =>
      steps.flatMap((step): readonly Need[] => {
        if (step.kind !== 'network-acl' && step.kind !== 'security-group') return [];
        const { direction, packet } = step;
        const values = neededOf(packet, direction, leg);
        return values ? [{ at: component, direction, values }] : [];
      }),
    ),
  );
}

function neededOf(
  { source, destination, protocol, destinationPort, icmp }: Packet,
  direction: Need['direction'],
  leg: 'forward' | 'return',
): HeaderValues | undefined {
  const peer = direction === 'ingress' ? source : destination;
  // The analyzer knows IPv4 only.
  if (!isIpv4(peer)) return undefined;
  const far: HeaderValues = { protocol, [direction === 'ingress' ? 'source' : 'destination']: peer };
  if (isIcmp(protocol)) return icmp ? { ...far, icmpType: icmp.type, icmpCode: icmp.code } : far;
  if (!hasPorts(protocol)) return far;
  // Answers go to whatever port the client chose.
  const [from, to] = leg === 'forward' ? [destinationPort, destinationPort] : EPHEMERAL;
  return { ...far, destinationPort: [{ from, to }] };
}
