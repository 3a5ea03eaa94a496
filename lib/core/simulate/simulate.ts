/** Plays a World's Traffic over its network, Changes at their moment, and captures what passed each interface. */
import { TCP } from '../net/protocol';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import { type Call, type CallResult, judgeRequest, type Stage } from './conversation/call';
import { startDatagram } from './conversation/datagram';
import { startTcp } from './conversation/tcp';
import { groundOf, regroundOn } from './ground';
import type { Ground } from './motion';
import type { ParsedWorld } from './parse-world';
import { EventQueue } from './queue';
import type { Crossing, NatCrossing } from './trace';
import { callOf } from './traffic';
import { walkPacket } from './walk';

/** All that passed, or was refused at, every interface, in order of time. */
export interface Capture {
  readonly crossings: readonly Crossing[];
  /** What passed regional NAT gateways, which have no interface. */
  readonly natCrossings: readonly NatCrossing[];
  readonly results: readonly (CallResult | NeverSent)[];
}

/** A Traffic row of which no packet could be made. */
export interface NeverSent {
  readonly traffic: number;
  readonly repetition: number;
  readonly startedAt: number;
  readonly outcome: 'never-sent';
  readonly because: Rule;
}

export function simulate(world: ParsedWorld, laws: PacketLaws = AWS_PACKET_LAWS): Capture {
  const queue = new EventQueue();
  const crossings: Crossing[] = [];
  const natCrossings: NatCrossing[] = [];
  const results: (CallResult | NeverSent)[] = [];
  let ground: Ground = groundOf(world.network, world.hosts, { laws });

  const stage: Stage = {
    ground: () => ground,
    send(from, packet, at) {
      const trace = walkPacket(ground, from, packet, at);
      for (const crossing of trace.crossings) crossings.push(crossing);
      for (const crossing of trace.natCrossings) natCrossings.push(crossing);
      return trace;
    },
    at: (time, run) => queue.add(time, run),
    finish: (result) =>
      results.push({ ...result, policy: judgeRequest(ground, result.call, result.forward) }),
  };

  for (const { at, network, hosts } of world.timeline) {
    queue.add(at, () => {
      ground = regroundOn(network, hosts, ground);
    });
  }
  for (const [index, traffic] of world.traffic.entries()) {
    for (let repetition = 0; repetition < traffic.times; repetition++) {
      const at = traffic.at + repetition * traffic.every;
      // Who is meant is asked at the moment of sending: an address may have changed hands by then.
      queue.add(at, () => {
        const call = callOf(
          { network: ground.network, hosts: ground.hosts, seed: world.seed },
          traffic,
          index,
          repetition,
        );
        if ('unsent' in call) {
          const outcome = 'never-sent';
          results.push({ traffic: index, repetition, startedAt: at, outcome, because: call.unsent });
        } else startCall(stage, call, at);
      });
    }
  }
  for (let event = queue.take(); event; event = queue.take()) event.run();
  crossings.sort((a, b) => a.at - b.at);
  natCrossings.sort((a, b) => a.at - b.at);
  return { crossings, natCrossings, results };
}

function startCall(stage: Stage, call: Call, at: number): void {
  if (call.opening.protocol === TCP) startTcp(stage, call, at);
  else startDatagram(stage, call, at);
}
