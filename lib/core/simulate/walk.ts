/** One packet, one way: from hop to hop until somebody has it or nobody will carry it. */
import type { Packet } from '../net/packet';
import { ROUTE_LOOP } from '../rules/route-table';
import { PREMISES_NO_ROUTE } from '../rules/vpn-gateway';
import type { Endpoint } from './endpoint';
import { enterInternet } from './hop/internet';
import { arriveAtAws, arriveAtPremises } from './hop/link';
import { enterNatGateway, leaveNatGateway } from './hop/nat-gateway';
import { enterInterface, leaveInterface } from './hop/network-interface';
import { enterRouter, enterVpc } from './hop/router';
import { enterTarget } from './hop/target';
import { crossTransitGateway } from './hop/transit-gateway';
import { enterVpcEdge } from './hop/vpc-edge';
import { type Ending, end, type Ground, type Motion, newWalk, note, type Walk } from './motion';
import type { Trace } from './trace';
import { linkTowards } from './way-into-aws';

/** Milliseconds per hop inside a Region: enough to keep the order of events, too little to show in a record. */
const HOP_LATENCY = 0.05;

/** More hops than any sound network has; a walk that is longer goes in circles. */
const MOST_MOTIONS = 64;

/** Sends `packet` from `from` at `at` (milliseconds since 1970) and follows it. */
export function walkPacket(ground: Ground, from: Endpoint, packet: Packet, at: number): Trace {
  const walk = newWalk(ground, at);
  let motion: Motion | Ending = start(walk, from, packet);
  for (let motions = 0; motion.to !== 'end'; motions++) {
    motion = motions < MOST_MOTIONS ? move(walk, motion) : expire(walk, motion);
  }
  return {
    hops: walk.hops,
    disposition: motion.disposition,
    arrival: motion.arrival,
    endedAt: walk.now,
    crossings: walk.crossings,
    natCrossings: walk.natCrossings,
    bounce: walk.bounce,
  };
}

function expire(walk: Walk, { packet }: Motion): Ending {
  note(walk, walk.hops.at(-1)?.component ?? '', { kind: 'loop', allowed: false, rule: ROUTE_LOOP, packet });
  return end('loop');
}

function start(walk: Walk, from: Endpoint, packet: Packet): Motion | Ending {
  switch (from.kind) {
    case 'outside':
      return { to: 'internet', packet };
    case 'interface': {
      const networkInterface = walk.network.networkInterfaces.get(from.networkInterfaceId);
      return networkInterface ? { to: 'interface-out', networkInterface, packet } : end('not-owned');
    }
    case 'premises':
      return leavePremises(walk, from.premises, packet);
    case 'service':
      return intoVpc(walk, from.vpcId, packet);
    case 'nat-gateway':
      return intoVpc(walk, walk.network.natGateways.get(from.natGatewayId)?.vpcId ?? '', packet);
  }
}

/** From something that answers into a VPC without an interface in it. */
function intoVpc({ network }: Walk, vpcId: string, packet: Packet): Motion | Ending {
  const vpc = network.vpcs.get(vpcId);
  return vpc ? { to: 'vpc', vpc, packet, from: undefined } : end('not-owned');
}

function leavePremises(walk: Walk, name: string, packet: Packet): Motion | Ending {
  const premises = walk.hosts.premises.byName.get(name);
  const link = premises && linkTowards(walk.network, premises, packet.destination);
  const step = { kind: 'premises', packet, rule: PREMISES_NO_ROUTE } as const;
  note(walk, name, { ...step, allowed: link !== undefined });
  return link ? { to: 'aws', link, packet } : end('no-route');
}

function move(walk: Walk, motion: Motion): Motion | Ending {
  walk.now += HOP_LATENCY;
  switch (motion.to) {
    case 'interface-out': {
      const { networkInterface, packet } = motion;
      const isNat = walk.natGateways.has(networkInterface.id);
      return isNat ? leaveNatGateway(walk, networkInterface, packet) : leaveInterface(walk, motion);
    }
    case 'interface-in': {
      const gateway = walk.natGateways.get(motion.networkInterface.id);
      return gateway ? enterNatGateway(walk, gateway, motion) : enterInterface(walk, motion);
    }
    case 'router':
      return enterRouter(walk, motion);
    case 'target':
      return enterTarget(walk, motion);
    case 'vpc':
      return enterVpc(walk, motion);
    case 'vpc-edge':
      return enterVpcEdge(walk, motion);
    case 'transit-gateway':
      return crossTransitGateway(walk, motion);
    case 'premises':
      return arriveAtPremises(walk, motion.link, motion.packet);
    case 'aws':
      return arriveAtAws(walk, motion.link, motion.packet);
    case 'internet':
      return enterInternet(walk, motion);
  }
}
