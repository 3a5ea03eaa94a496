/** What a NAT gateway does to packets, there and back. */
import type { PacketSet } from '../../net/packet-set';
import { ICMP, TCP } from '../../net/protocol';
import { NAT_PORTS } from '../../rules/nat-gateway';
import type { NatGateway } from '../../vpc/nat-gateway';
import { packetsOf } from '../flow';
import { endsOf } from '../leg';
import type { Search } from '../search';
import { restore, type Session, strayed, type Way } from '../way';
import { judge } from './judge';

/** An answer finds back to whoever asked; a question finds nobody. */
export function restored(search: Search, way: Way, gateway: NatGateway): readonly Way[] {
  const { space } = search;
  const head = way.sessions?.head;
  const session = way.leg === 'return' && isOurs(head, gateway) ? head : undefined;
  const onward = judge(search, way, {
    component: gateway.id,
    kind: 'nat-gateway',
    at: { vpcId: gateway.vpcId },
    checks: [{ accepts: session ? packetsOf(space, session.outside) : space.nothing }],
  });
  if (!onward || !session) return [];
  const flow = restore(session, onward.flow);
  return flow.length > 0 ? [{ ...onward, flow, sessions: way.sessions?.tail }] : [];
}

function isOurs(session: Session | undefined, { id }: NatGateway): boolean {
  return session?.kind === 'nat-gateway' && session.translator === id;
}

/** Its own address in the source's place, and a port of its choice. */
export function translated(
  search: Search,
  way: Way,
  { id, vpcId }: NatGateway,
  addresses: NatGateway['addresses'],
): readonly Way[] {
  const { space } = search;
  const { from } = endsOf(way.leg);
  const port = way.leg === 'forward' ? 'sourcePort' : 'destinationPort';
  const onward = judge(search, way, {
    component: id,
    kind: 'nat-gateway',
    at: { vpcId },
    checks: [{ accepts: addresses.length > 0 ? opening(search, way) : space.nothing }],
    translate: (packets) => packets.rewrite(from, addresses).rewrite(port, NAT_PORTS),
  });
  if (!onward) return [];
  // An answer that is for somebody else begins a flow of its own, and nobody waits for it.
  if (way.leg === 'return') return [strayed(onward)];
  const head: Session = {
    translator: id,
    vpcId,
    kind: 'nat-gateway',
    inside: way.flow,
    outside: onward.flow,
    undo: (packets) => packets.forget('source').forget('sourcePort'),
  };
  return [{ ...onward, sessions: { head, tail: onward.sessions } }];
}

/** Of answers only a datagram could as well be a question: a TCP segment and an echo reply open nothing. */
function opening({ space }: Search, { leg }: Way): PacketSet {
  return leg === 'forward'
    ? space.everything
    : space.everything.subtract(space.box({ protocol: [TCP, ICMP] }));
}
