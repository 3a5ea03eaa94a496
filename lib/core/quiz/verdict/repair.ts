/** The verdict on a repair of one's own: which flows pass, what is open and broken now, what it gives away, and who would object. */

import type { Action } from '../../ec2/actions/action';
import { runStory } from '../../explain/attempt';
import { worldOpenSentence } from '../../explain/audit';
import { code, type Prose, prose } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import { stepSentence } from '../../explain/step';
import { formatPortRange } from '../../net/port';
import { openWorld } from '../../scenario/open-world';
import type { Network } from '../../vpc/network';
import { changeViews } from '../counterfactual-run';
import { gradeActions, type RepairQuestion } from '../kinds/repair';
import type { JudgedGrant, JudgedRepair, Tried } from '../lab/grade-repair';
import { passes } from '../lab/passes';
import type { FlowVerdict, GrantView, RepairVerdictView } from '../verdict-view';
import { faultRun, inOrder } from './fault-run';
import { sceneOf, toldBy } from './scene';

export function repairVerdict(question: RepairQuestion, actions: readonly Action[]): RepairVerdictView {
  const graded = gradeActions(question, actions);
  const { case: one } = question;
  const scene = sceneOf(one);
  const judged = graded.kind === 'judged' ? graded : undefined;
  const mends = judged?.mends ?? false;
  const key = one.site.repair(one.broken);
  const runs = [
    faultRun(scene, {
      id: 'own',
      title: 'Your repair',
      changes: actions,
      isChosen: true,
      isKey: mends,
      mends: judged?.brings ?? false,
    }),
    ...(mends
      ? []
      : [
          faultRun(scene, {
            id: 'key',
            title: 'One that does',
            changes: key,
            isChosen: false,
            isKey: true,
            mends: true,
          }),
        ]),
  ];
  const own = runs.find(({ isChosen }) => isChosen);
  return {
    kind: 'repair',
    right: mends,
    credit: graded.credit,
    headline: headlineOf(judged, actions),
    ...toldBy(scene),
    why: whyOf(judged, own?.stop, repairSentence(mends ? actions : key)),
    options: [],
    beliefs: [],
    runs: inOrder(runs),
    refused:
      graded.kind === 'refused'
        ? { place: graded.error.index + 1, code: graded.error.Code, message: graded.error.Message }
        : undefined,
    ...flowsOf(judged),
    grants: (judged?.grants ?? []).map(grantView),
    needless: (judged?.needless ?? []).map((places) =>
      changeViews(
        scene.trial.world,
        places.flatMap((i) => actions[i] ?? []),
      ),
    ),
    openings: (judged?.openings ?? []).map(worldOpenSentence),
    leastPrivilege: judged?.leastPrivilege ?? 0,
  };
}

function headlineOf(judged: JudgedRepair | undefined, actions: readonly Action[]): string {
  if (!judged) return 'AWS refuses it, so nothing was changed';
  if (actions.length === 0) return 'Nothing was changed';
  if (!judged.brings) return 'It still fails';
  if (judged.opened.length > 0) return 'It works, and opens what should stay shut';
  if (judged.broken.length > 0) return 'It works, and breaks something else';
  return judged.leastPrivilege === 1
    ? 'Repaired, and not one packet more than needed'
    : 'Repaired, and more than needed is open';
}

function whyOf(judged: JudgedRepair | undefined, stop: Prose | undefined, repair: Prose): Prose {
  const works = runStory(repair, { mends: true });
  return judged && !judged.brings && stop
    ? prose`With your repair the packet still dies: ${stop} ${works}`
    : works;
}

function flowsOf(judged: JudgedRepair | undefined) {
  if (!judged) return { wanted: [], opened: [], broken: [] };
  const { network } = openWorld(judged.repaired);
  const views = (flows: readonly Tried[]): readonly FlowVerdict[] =>
    flows.map((flow) => flowVerdict(flow, network));
  return { wanted: views(judged.wanted), opened: views(judged.opened), broken: views(judged.broken) };
}

function flowVerdict({ intent, attempt }: Tried, network: Network): FlowVerdict {
  const { decidedBy } = attempt;
  const ok = passes(attempt);
  return {
    says: intent.says,
    passes: ok,
    stop: ok || !decidedBy ? undefined : stepSentence(decidedBy.component, decidedBy.step, network),
  };
}

function grantView({ at, direction, granted, excessBits }: JudgedGrant): GrantView {
  const ports = granted
    .project('destinationPort')
    .slice(0, 3)
    .map((range) => formatPortRange(range));
  const far = granted.project(direction === 'ingress' ? 'source' : 'destination');
  const addresses = far.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const who = addresses === 1 ? 'one address' : `${addresses} addresses`;
  const what = ports.length > 0 ? `port ${ports.join(', ')}` : 'traffic without ports';
  const more =
    excessBits === 0
      ? 'as asked for'
      : `${excessBits.toFixed(1)} bits more than asked for, and each bit doubles it`;
  return {
    sentence: prose`${code(at.join(', '))} now admits ${direction === 'ingress' ? 'from' : 'to'} ${who}, ${what}: ${more}`,
    excessBits,
  };
}
