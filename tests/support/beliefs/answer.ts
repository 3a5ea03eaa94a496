/** What a world answers, in a few words; also in time, where a belief is about what is remembered. */
import { RST } from '@/lib/core/net/packet';
import type { PacketLaws } from '@/lib/core/rules/packet-laws';
import type { World } from '@/lib/core/simulate/world';
import { ask, summary } from '../network/ask';
import { worldOf } from '../network/part';
import { play, START, traffic } from '../network/play';

/**
 * `web > db tcp 443`: `established`, `replied`, or a whole summary. `web > db tcp 443, again after 20 s`: what comes back to
 * the second request on one and the same connection, `answered`, `reset` or `silence`.
 */
export function answer(world: World, asked: string, laws: PacketLaws): string {
  const pause = /, again after (\d+) s$/.exec(asked)?.[1];
  if (pause !== undefined) return heard(world, connectionOf(asked), Number(pause), laws);
  const made = ask(world, asked, laws);
  return ['established', 'replied'].includes(made.connection) ? made.connection : summary(made);
}

/** A question in time is also one about a connection. */
export function connectionOf(asked: string): string {
  return asked.split(',')[0] ?? '';
}

function heard(world: World, connection: string, Pause: number, laws: PacketLaws): string {
  const played = play(worldOf(world, traffic(connection, { after: 0, Requests: 2, Pause })), laws);
  const client = `eni-${connection.split(' ')[0]}`;
  const back = played.crossings.filter(
    ({ networkInterface, direction, at }) =>
      networkInterface.id === client && direction === 'ingress' && at >= START + Pause * 1000,
  );
  if (back.some(({ packet }) => (packet.tcpFlags & RST) !== 0)) return 'reset';
  return back.length > 0 ? 'answered' : 'silence';
}
