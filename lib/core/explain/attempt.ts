/** What became of an attempt, in two or three sentences made of its steps; the step that decided has a sentence of its own. */
import type { WrittenRecord } from '../flowlog/record';
import type { Probe } from '../simulate/probe';
import type { Hop } from '../simulate/trace';
import { lowerFirst } from './lower-first';
import { code, type Prose, prose, strong } from './prose';

export interface Attempted {
  readonly from: string;
  readonly server: string;
  readonly probe: Pick<Probe, 'connection' | 'forward' | 'return' | 'unsent' | 'policy'>;
}

export function attemptStory({ from, server, probe }: Attempted): Prose {
  const { forward, return: back, connection, policy, unsent } = probe;
  const [client, target] = [strong(from), strong(server)];
  if (unsent) return prose`Nothing left ${client}: ${lowerFirst(unsent.says)}`;
  if (!forward) return prose`Nothing left ${client}.`;
  const end = forward.hops.at(-1);
  if (!arrives(forward.hops) && connection !== 'refused') {
    return prose`The request of ${client} never reached ${target}: ${passedText(forward.hops)}, and it ended at ${code(end?.component ?? from)}.`;
  }
  const came = prose`The request of ${client} reached ${target}`;
  if (policy && !policy.allowed)
    return prose`${came} and was answered: the network is in order. The endpoint's policy denies the call.`;
  switch (connection) {
    case 'established':
    case 'replied':
      return prose`${came}, and the answer came back.`;
    case 'refused':
      return prose`${came}, and a refusal came back at once: everything between the two works.`;
    default: {
      if (!back) return prose`${came}, and no answer was sent.`;
      const last = back.hops.at(-1);
      return prose`${came} and was answered. The answer never came back: ${passedText(back.hops)}, and it ended at ${code(last?.component ?? server)}.`;
    }
  }
}

/** The last judgement let it pass: what the host itself says comes after it. */
function arrives(hops: readonly Hop[]): boolean {
  const last = hops.at(-1)?.steps.at(-1);
  return last === undefined || last.allowed || last.kind === 'host';
}

function passedText(hops: readonly Hop[]): string {
  const passed = hops.flatMap(({ steps }) => steps).filter(({ allowed }) => allowed).length;
  if (passed === 0) return 'nothing let it pass';
  return passed === 1 ? 'one step let it pass' : `${passed} steps let it pass`;
}

/** What an interface wrote of it; `records` without NODATA. */
export function recordsStory(name: string, records: readonly Pick<WrittenRecord, 'record'>[]): Prose {
  const at = strong(name);
  const shows = (direction: 'ingress' | 'egress', action: 'ACCEPT' | 'REJECT'): boolean =>
    records.some(({ record }) => record['flow-direction'] === direction && record.action === action);
  if (records.length === 0) return prose`The interface of ${at} wrote no record of it: it saw nothing.`;
  const words = [
    ...(shows('ingress', 'ACCEPT') ? ['ACCEPT on the way in'] : []),
    ...(shows('ingress', 'REJECT') ? ['REJECT on the way in'] : []),
    ...(shows('egress', 'ACCEPT') ? ['ACCEPT on the way out'] : []),
    ...(shows('egress', 'REJECT') ? ['REJECT on the way out'] : []),
  ];
  return prose`The interface of ${at} wrote ${words.join(', ')}.`;
}

/** Why a repair is right or not, told by its run. `stop`: the sentence of the step at which the packet still ends. */
export function runStory(
  repair: Prose,
  { mends, stop }: { readonly mends: boolean; readonly stop?: Prose | undefined },
): Prose {
  if (mends)
    return prose`“${repair}” was made and nothing else changed: then every attempt works, under every reading of what AWS leaves open.`;
  return stop
    ? prose`With “${repair}” the packet still dies: ${stop}`
    : prose`With “${repair}” what is complained of goes on.`;
}
