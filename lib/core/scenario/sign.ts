/** What is seen of a failing case at once: how the attempts end, and what kind of records the interface has that they are meant for. */
import type { Sign } from './belief';
import type { FaultCase } from './fault-case';
import { ends } from './intent-path';
import type { LogLine } from './log-view';
import { OUR_READING, type Reading } from './readings';
import { linesOf, play } from './trial';

export function signOf(one: FaultCase): Sign {
  return signUnder(one, OUR_READING);
}

export function signUnder(one: FaultCase, { packetLaws, logLaws }: Reading): Sign {
  const trial = play(one.broken, packetLaws);
  const { server, client } = ends(one.path);
  const lines = linesOf(trial, one.stretch, logLaws, [(server ?? client)?.id ?? '']);
  return {
    ending: trial.endings[0]?.ending ?? 'not-sent',
    records: recordsIn(lines, String(one.path.intent.port)),
  };
}

function recordsIn(lines: readonly LogLine[], port: string): Sign['records'] {
  const shows = (side: 'dstport' | 'srcport', action: string): boolean =>
    lines.some(({ fields }) => fields[side] === port && fields.action === action);
  if (shows('dstport', 'REJECT')) return 'rejected';
  if (shows('srcport', 'REJECT')) return 'answer-rejected';
  return shows('dstport', 'ACCEPT') ? 'accepted' : 'none';
}
