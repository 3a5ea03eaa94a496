/** At the internet gateways of a VPC, on the way out, and Block Public Access before them. */
import { flowKey, type Packet } from '../../net/packet';
import { BPA_EGRESS_RECORD } from '../../rules/block-public-access';
import { EIGW_CARRIES } from '../../rules/egress-only-internet-gateway';
import { IGW_NOT_ATTACHED } from '../../rules/internet-gateway';
import { ROUTE_SAME_APPLIANCE } from '../../rules/route-table';
import type { Direction } from '../../vpc/match';
import { type Ending, end, type Motion, note, type Place, type Walk } from '../motion';
import { trackAlways } from './always-tracked';
import { applianceBefore } from './vpc-edge';

/** Where traffic crosses the border of a VPC; undefined `subnet`: at a regional NAT gateway. */
type Border = Pick<Place, 'vpc' | 'subnet'>;

export function leaveByInternet(walk: Walk, id: string, place: Border, packet: Packet): Motion | Ending {
  const { network, laws } = walk;
  const direction = 'egress';
  if (network.internetGateways.get(id)?.vpcId !== place.vpc.id) {
    const rule = IGW_NOT_ATTACHED;
    note(walk, id, { kind: 'internet-gateway', direction, allowed: false, rule, packet });
    return end('gateway-refused');
  }
  if (passesBeside(walk, id, packet)) {
    const rule = ROUTE_SAME_APPLIANCE;
    note(walk, id, { kind: 'internet-gateway', direction, allowed: false, rule, packet });
    return end('gateway-refused');
  }
  if (!passesBlockPublicAccess(walk, direction, place, packet, leavesByNat(walk))) return blockedOut(walk);
  const decision = laws.leaveByInternetGateway(network, place.vpc, packet);
  const { allowed, rule } = decision;
  const translated = decision.allowed ? { translated: decision.packet } : {};
  note(walk, id, { kind: 'internet-gateway', direction, allowed, rule, packet, ...translated });
  return decision.allowed ? { to: 'internet', packet: decision.packet } : end('gateway-refused');
}

export function leaveByEgressOnly(walk: Walk, id: string, place: Border, packet: Packet): Motion | Ending {
  const direction = 'egress';
  const refusal = walk.laws.egressOnlyRefusal(
    walk.network.egressOnlyInternetGateways.get(id),
    place.vpc,
    packet,
  );
  const step = { kind: 'egress-only-internet-gateway', direction, packet } as const;
  if (refusal) {
    note(walk, id, { ...step, allowed: false, rule: refusal });
    return end('gateway-refused');
  }
  if (!passesBlockPublicAccess(walk, direction, place, packet, true)) return blockedOut(walk);
  note(walk, id, { ...step, allowed: true, rule: EIGW_CARRIES });
  walk.memory.egressOnly.add(flowKey(packet));
  trackAlways(walk);
  return { to: 'internet', packet };
}

/** Whether the gateway's own table leads the answer through an appliance that this packet has not come by. */
function passesBeside(walk: Walk, id: string, { source }: Packet): boolean {
  const appliance = applianceBefore(walk, id, source);
  const sender = walk.leftBy?.networkInterface;
  if (!appliance || sender?.id === appliance.id) return false;
  return appliance.instance === undefined || appliance.instance.id !== sender?.instance?.id;
}

/** `isEgressOnly`: of a connection that a NAT gateway or an egress-only gateway opened outwards. */
export function passesBlockPublicAccess(
  walk: Walk,
  direction: Direction,
  { vpc, subnet }: Border,
  packet: Packet,
  isEgressOnly: boolean,
): boolean {
  const { blockPublicAccess } = walk.network;
  if (blockPublicAccess.mode === 'off') return true;
  const traffic = { direction, vpc, subnet, isEgressOnly };
  const rule = walk.laws.blockPublicAccessRefusal(blockPublicAccess, traffic);
  if (!rule) return true;
  note(walk, vpc.id, { kind: 'block-public-access', direction, allowed: false, rule, packet });
  return false;
}

function leavesByNat({ crossings, natCrossings, natGateways }: Walk): boolean {
  const last = crossings.at(-1);
  return natCrossings.length > 0 || (last !== undefined && natGateways.has(last.networkInterface.id));
}

/** The sender's own record says REJECT: AWS's page shows it for what comes in, and is silent about what goes out. */
function blockedOut(walk: Walk): Ending {
  const { leftBy } = walk;
  if (leftBy) {
    leftBy.action = 'REJECT';
    leftBy.rejectReason = 'BPA';
    leftBy.trafficPath = undefined;
    leftBy.inferred = [BPA_EGRESS_RECORD];
  }
  return end('denied-out');
}
