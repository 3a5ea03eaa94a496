/** One card of the strip for any case of a fault: changes made on the broken world, and everything tried again. */
import { type Prose, prose, strong } from '../../explain/prose';
import { stepSentence } from '../../explain/step';
import { dialledIn } from '../../scenario/blame';
import { asked, ends } from '../../scenario/intent-path';
import { OUR_READING } from '../../scenario/readings';
import type { Ending } from '../../scenario/symptom-kind';
import { play } from '../../scenario/trial';
import { applyChanges } from '../../simulate/change';
import { works } from '../../simulate/outcome';
import type { Change } from '../../simulate/world';
import { changeViews } from '../counterfactual-run';
import { flowsOfFirstAttempt } from '../flow-comparison';
import type { CounterfactualRun } from '../view';
import { isAboutLog, recordsAt, type Scene } from './scene';

export interface RunOf {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly isChosen: boolean;
  readonly isKey: boolean;
  /** Found by playing it under every reading. */
  readonly mends: boolean;
}

export function faultRun(scene: Scene, { changes, mends, ...card }: RunOf): CounterfactualRun {
  const { case: one, trial: before, records } = scene;
  const views = changeViews(before.world, changes);
  const changed = applyChanges(one.broken, changes);
  if ('error' in changed) {
    const { Code, Message } = changed.error;
    const outcome = `AWS refuses it: ${Code}`;
    return {
      ...card,
      changes: views,
      dialled: undefined,
      mends,
      outcome,
      sentence: [Message],
      stop: undefined,
      flows: [],
    };
  }
  const after = play(one.dressedAfter(changed.world), OUR_READING.packetLaws);
  const { client, server } = ends(one.path);
  const now = recordsAt(after, one.stretchAfter, (server ?? client)?.id);
  const own = mends ? one.site.attemptAfter?.(changed.world).To : undefined;
  const dialled = own === dialledIn(one).to ? undefined : own;
  const probed = asked(after.world, { ...dialledIn(one), to: own ?? dialledIn(one).to });
  const stop =
    !mends && probed.decidedBy && !works(probed.connection)
      ? stepSentence(probed.decidedBy.component, probed.decidedBy.step, after.world.network)
      : undefined;
  return {
    ...card,
    changes: views,
    dialled,
    mends,
    outcome: outcomeText(scene, after.endings[0]?.ending, mends),
    sentence: isAboutLog(one)
      ? prose`The traffic is the same; what changes is what can be read of it.`
      : recordsSentence(scene.targetName, records.length, now.length, mends),
    stop,
    flows: isAboutLog(one) ? [] : flowsOfFirstAttempt(records, now),
  };
}

/** What was chosen first, what mends last. */
export function inOrder(runs: readonly CounterfactualRun[]): readonly CounterfactualRun[] {
  const rank = ({ isChosen, mends }: CounterfactualRun): number => (mends ? 2 : isChosen ? 0 : 1);
  return [...runs].sort((a, b) => rank(a) - rank(b));
}

const ENDINGS: Readonly<Record<Ending, string>> = {
  works: 'works',
  timeout: 'times out',
  refused: 'refused',
  interrupted: 'breaks off',
  denied: 'denied',
  'not-sent': 'not sent',
};

function outcomeText({ case: { fault }, trial }: Scene, ending: Ending = 'not-sent', mends: boolean): string {
  switch (fault.symptom) {
    case 'log-silent':
    case 'log-misleads':
      return mends ? 'The log shows it' : 'The log still lacks it';
    case 'exposed':
      return mends ? 'Kept out' : 'Still gets through';
    default: {
      if (mends) return 'Every attempt works';
      const still = ending === trial.endings[0]?.ending ? 'Still' : 'Now';
      return `${still} ${ENDINGS[ending]}`;
    }
  }
}

function recordsSentence(targetName: string, before: number, after: number, mends: boolean): Prose {
  const at = strong(targetName);
  if (after === 0)
    return before === 0 ? prose`Still no record at ${at}.` : prose`No record at ${at} any more.`;
  if (before === 0) return prose`These records appear at ${at}:`;
  return mends
    ? prose`What the first attempt leaves at ${at}, before → now:`
    : prose`What the first attempt leaves at ${at}:`;
}
