/** Proof of a case by running it: healthy works, broken shows its symptom, the repair alone mends, under every reading of AWS's text. */
import type { Stretch } from '../flowlog/write';
import { AWS_PACKET_LAWS } from '../rules/packet-laws';
import { applyChanges } from '../simulate/change';
import type { Change } from '../simulate/world';
import type { FaultCase } from './fault-case';
import { ends, interfacesOn } from './intent-path';
import type { LogLine } from './log-view';
import { LOG_LAWS, PACKET_LAWS, READ_BOTH_WAYS } from './readings';
import type { Ending, SymptomKind } from './symptom-kind';
import { inferredIn, linesOf, play, type Trial } from './trial';

/** Which of the proofs a case fails; a case that fails one is drawn anew. */
export type Failure =
  | 'the healthy world does not work'
  | 'the broken world does not show its symptom'
  | 'what began at a moment does not begin then'
  | 'the repair cannot be made'
  | 'the repair does not mend'
  | 'it mends without the repair'
  | 'a call that should be refused is not'
  | 'the case meets an inferred rule that is not read both ways';

/** `undefined`: it is proven. */
export function failureOf(one: FaultCase): Failure | undefined {
  const { refused } = one.site;
  if (refused && !('error' in applyChanges(one.healthy, refused)))
    return 'a call that should be refused is not';
  const repair = one.site.repair(one.broken);
  const repaired = applyChanges(one.broken, repair);
  if ('error' in repaired) return 'the repair cannot be made';
  const mended = one.dressedAfter(repaired.world);
  for (const laws of PACKET_LAWS) {
    const healthy = play(one.healthy, laws);
    if (!isFine(one, healthy, one.stretch)) return 'the healthy world does not work';
    const broken = play(one.broken, laws);
    if (!showsSymptom(one, broken)) return 'the broken world does not show its symptom';
    if (one.watched && !beginsThen(one, play(one.watched.world, laws)))
      return 'what began at a moment does not begin then';
    if (!isFine(one, play(mended, laws), one.stretchAfter)) return 'the repair does not mend';
    // Tried again as if it had been mended: where something has to be changed, that is not enough.
    if (repair.length > 0 && isFine(one, play(one.dressedAfter(one.broken), laws), one.stretchAfter))
      return 'it mends without the repair';
    const met = laws === AWS_PACKET_LAWS ? [...inferredIn(broken)] : [];
    if (met.some((rule) => !READ_BOTH_WAYS.includes(rule)))
      return 'the case meets an inferred rule that is not read both ways';
  }
  return undefined;
}

/** Under which readings of AWS's text these changes alone bring back what the case is about: no key may hang on one. */
export function mendsUnder(
  one: FaultCase,
  changes: readonly Change[],
): 'every reading' | 'no reading' | 'some readings' {
  const changed = applyChanges(one.broken, changes);
  if ('error' in changed) return 'no reading';
  const mended = one.dressedAfter(changed.world);
  const fine = PACKET_LAWS.map((laws) => isFine(one, play(mended, laws), one.stretchAfter));
  if (fine.every(Boolean)) return 'every reading';
  return fine.some(Boolean) ? 'some readings' : 'no reading';
}

/** Whether these changes mend under every reading; most that do not are known by the first. */
export function mends(one: FaultCase, changes: readonly Change[]): boolean {
  const changed = applyChanges(one.broken, changes);
  if ('error' in changed) return false;
  const mended = one.dressedAfter(changed.world);
  return PACKET_LAWS.every((laws) => isFine(one, play(mended, laws), one.stretchAfter));
}

/** Whether nothing has to be mended at all: whoever complains is mistaken. */
export function isFineAsItIs(one: FaultCase): boolean {
  return PACKET_LAWS.every((laws) => isFine(one, play(one.broken, laws), one.stretch));
}

/** How every attempt ends while it is broken. */
const ENDING: Readonly<Record<SymptomKind, Ending>> = {
  timeout: 'timeout',
  refused: 'refused',
  interrupted: 'interrupted',
  denied: 'denied',
  'not-sent': 'not-sent',
  exposed: 'works',
  'log-silent': 'works',
  'log-misleads': 'works',
  'false-alarm': 'works',
};

function showsSymptom(one: FaultCase, trial: Trial): boolean {
  const { symptom } = one.fault;
  if (!trial.endings.every(({ ending }) => ending === ENDING[symptom])) return false;
  switch (symptom) {
    case 'log-silent':
    case 'log-misleads':
      return underEveryLog(one, trial, one.stretch, (lines) => !isFound(one, lines));
    case 'false-alarm':
      return underEveryLog(one, trial, one.stretch, (lines) => one.site.shows?.(lines) ?? true);
    default:
      return true;
  }
}

function isFine(one: FaultCase, trial: Trial, stretch: Stretch): boolean {
  const { symptom } = one.fault;
  if (symptom === 'exposed') return trial.endings.every(({ ending }) => ending !== 'works');
  if (!trial.endings.every(({ ending }) => ending === 'works')) return false;
  if (symptom !== 'log-silent' && symptom !== 'log-misleads') return true;
  return underEveryLog(one, trial, stretch, (lines) => isFound(one, lines));
}

function underEveryLog(
  { path, site }: FaultCase,
  trial: Trial,
  stretch: Stretch,
  holds: (lines: readonly LogLine[]) => boolean,
): boolean {
  const { client, server } = ends(path);
  const ids = [...interfacesOn(path), site.at, ...(site.alsoAt ?? []), client?.id ?? '', server?.id ?? ''];
  return LOG_LAWS.every((laws) => holds(linesOf(trial, stretch, laws, ids)));
}

/** Whether the log shows what is looked for in it: without more said, any record of the attempts. */
function isFound({ site, path: { intent } }: FaultCase, lines: readonly LogLine[]): boolean {
  if (site.shows) return site.shows(lines);
  const port = String(intent.port);
  return lines.some(
    ({ fields: { dstaddr, dstport, srcport, action } }) =>
      action === 'ACCEPT' && (dstport === port || srcport === port) && dstaddr !== undefined,
  );
}

/** Everything works until then, and nothing afterwards. */
function beginsThen({ fault, watched }: FaultCase, { endings }: Trial): boolean {
  const moment = watched?.moment ?? 0;
  const expected = (at: number): Ending => {
    const isOver = at < moment;
    if (fault.symptom === 'exposed') return isOver ? 'timeout' : 'works';
    return isOver ? 'works' : ENDING[fault.symptom];
  };
  const hasBoth = endings.some(({ at }) => at < moment) && endings.some(({ at }) => at >= moment);
  return hasBoth && endings.every(({ at, ending }) => ending === expected(at));
}
