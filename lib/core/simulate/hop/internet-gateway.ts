/** At the internet gateways of a VPC, on the way out, and Block Public Access before them. */
import { flowKey, type Packet } from '../../net/packet';
import { BPA_EGRESS_RECORD } from '../../rules/block-public-access';
import { EIGW_CARRIES } from '../../rules/egress-only-internet-gateway';
import { IGW_NOT_ATTACHED } from '../../rules/internet-gateway';
import type { Direction } from '../../vpc/match';
import type { Subnet } from '../../vpc/subnet';
import { type Ending, end, lastEgress, type Motion, note, type Place, type Walk } from '../motion';
import { trackAlways } from './always-tracked';

export function leaveByInternet(walk: Walk, id: string, place: Place, packet: Packet): Motion | Ending {
  const { network, laws } = walk;
  const direction = 'egress';
  if (network.internetGateways.get(id)?.vpcId !== place.vpc.id) {
    const rule = IGW_NOT_ATTACHED;
    note(walk, id, { kind: 'internet-gateway', direction, allowed: false, rule, packet });
    return end('gateway-refused');
  }
  if (!passesBlockPublicAccess(walk, direction, subnetOf(walk, place), packet)) return blockedOut(walk);
  const decision = laws.leaveByInternetGateway(network, place.vpc, packet);
  const { allowed, rule } = decision;
  const translated = decision.allowed ? { translated: decision.packet } : {};
  note(walk, id, { kind: 'internet-gateway', direction, allowed, rule, packet, ...translated });
  return decision.allowed ? { to: 'internet', packet: decision.packet } : end('gateway-refused');
}

export function leaveByEgressOnly(walk: Walk, id: string, place: Place, packet: Packet): Motion | Ending {
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
  if (!passesBlockPublicAccess(walk, direction, subnetOf(walk, place), packet, true)) return blockedOut(walk);
  note(walk, id, { ...step, allowed: true, rule: EIGW_CARRIES });
  walk.memory.egressOnly.add(flowKey(packet));
  trackAlways(walk);
  return { to: 'internet', packet };
}

/** A regional NAT gateway stands in no subnet: only an exclusion of the whole VPC can speak for it. */
function subnetOf({ crossings }: Walk, { subnet }: Place): Subnet | undefined {
  return subnet ?? crossings.at(-1)?.networkInterface.subnet;
}

/** `isEgressOnly`: of a connection that a NAT gateway or an egress-only gateway opened outwards. */
export function passesBlockPublicAccess(
  walk: Walk,
  direction: Direction,
  subnet: Subnet | undefined,
  packet: Packet,
  isEgressOnly = leavesByNat(walk),
): boolean {
  const { blockPublicAccess } = walk.network;
  if (blockPublicAccess.mode === 'off' || !subnet) return true;
  const rule = walk.laws.blockPublicAccessRefusal(blockPublicAccess, { direction, subnet, isEgressOnly });
  if (!rule) return true;
  note(walk, subnet.vpc.id, { kind: 'block-public-access', direction, allowed: false, rule, packet });
  return false;
}

function leavesByNat({ crossings, natCrossings, natGateways }: Walk): boolean {
  const last = crossings.at(-1);
  return natCrossings.length > 0 || (last !== undefined && natGateways.has(last.networkInterface.id));
}

/** The sender's own record says REJECT: AWS's page shows it for what comes in, and is silent about what goes out. */
function blockedOut(walk: Walk): Ending {
  const crossing = lastEgress(walk);
  if (crossing) {
    crossing.action = 'REJECT';
    crossing.rejectReason = 'BPA';
    crossing.trafficPath = undefined;
    crossing.inferred = [BPA_EGRESS_RECORD];
  }
  return end('denied-out');
}
