/** One packet, one way: from hop to hop until somebody has it or nobody will carry it. */
import type { Packet } from '../net/packet';
import { enterInternet } from './hop/internet';
import { enterNatGateway } from './hop/nat-gateway';
import { cross, enterInterface, leaveInterface, passesNetworkAcl } from './hop/network-interface';
import { enterRouter, enterTarget, enterVpc } from './hop/router';
import { type Ending, end, type Ground, type Motion, type Walk } from './motion';
import type { Endpoint, Trace } from './trace';

/** Milliseconds per hop inside a Region: enough to keep the order of events, too little to show in a record. */
const HOP_LATENCY = 0.05;

/** More hops than any sound network has; a walk that is longer goes in circles. */
const MOST_MOTIONS = 64;

/** Sends `packet` from `from` at `at` (milliseconds since 1970) and follows it. */
export function walkPacket(ground: Ground, from: Endpoint, packet: Packet, at: number): Trace {
  const walk: Walk = { ...ground, now: at, hops: [], crossings: [] };
  let motion: Motion | Ending = start(walk, from, packet);
  for (let motions = 0; motion.to !== 'end'; motions++) {
    motion = motions < MOST_MOTIONS ? move(walk, motion) : end('loop');
  }
  return {
    hops: walk.hops,
    disposition: motion.disposition,
    arrival: motion.arrival,
    endedAt: walk.now,
    crossings: walk.crossings,
  };
}

function start(walk: Walk, from: Endpoint, packet: Packet): Motion | Ending {
  if (from.kind === 'outside') return { to: 'internet', packet };
  const networkInterface = walk.network.networkInterfaces.get(from.networkInterfaceId);
  return networkInterface ? { to: 'interface-out', networkInterface, packet } : end('not-owned');
}

function move(walk: Walk, motion: Motion): Motion | Ending {
  walk.now += HOP_LATENCY;
  switch (motion.to) {
    case 'interface-out':
      return leaveInterface(walk, motion);
    case 'interface-in': {
      const gateway = walk.natGateways.get(motion.networkInterface.id);
      if (!gateway) return enterInterface(walk, motion);
      // A NAT gateway's interface receives for everybody, and has no security group.
      if (
        motion.crossesBorder &&
        !passesNetworkAcl(walk, motion.networkInterface, 'ingress', motion.packet)
      ) {
        cross(walk, motion.networkInterface, 'ingress', motion.packet, 'REJECT');
        return end('denied-in');
      }
      return enterNatGateway(walk, gateway, motion.packet);
    }
    case 'router':
      return enterRouter(walk, motion);
    case 'target':
      return enterTarget(walk, motion);
    case 'vpc':
      return enterVpc(walk, motion);
    case 'internet':
      return enterInternet(walk, motion);
  }
}
