/** The verdict on a diagnosis: what was named is mended and shown with its run, beside what mends what is wrong. */

import { runStory } from '../../explain/attempt';
import { type Prose, plain, prose } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import type { Sign } from '../../scenario/belief';
import { MISREADINGS } from '../../scenario/beliefs/catalogue';
import type { Layer } from '../../scenario/layer';
import { repairsIn } from '../../scenario/repairs-at';
import type { Change } from '../../simulate/world';
import { componentTitle, kindOf, NOTHING } from '../component-title';
import { changeViews } from '../counterfactual-run';
import { casesApart, type Diagnosis, type JudgedDiagnosis, judgeOf } from '../diagnosis/judge';
import { type DiagnoseQuestion, type DiagnosisVerdict as Graded, repairsOf } from '../kinds/diagnose';
import type { BeliefView, DiagnosisVerdict, DiagnosisView, OptionVerdict } from '../verdict-view';
import type { CounterfactualRun } from '../view';
import { beliefView } from './belief-view';
import { faultRun, inOrder } from './fault-run';
import { type Scene, sceneOf, toldBy } from './scene';

/** `graded`: by whichever form was asked, the whole diagnosis or the component alone. */
export function diagnosisVerdict(
  question: DiagnoseQuestion,
  diagnoses: readonly Diagnosis[],
  graded: Graded,
): DiagnosisVerdict {
  const scene = sceneOf(question.case);
  const { right, credit, judged } = graded;
  const named = diagnoses.map(({ component }) => component);
  const found = judged.filter((one): one is JudgedDiagnosis => one?.component === true);
  const key = right ? found.flatMap(({ mending }) => mending ?? []) : repairsOf(question).flat();
  const runs = runsOf(scene, named, key, right);
  return {
    kind: 'diagnose',
    right,
    credit,
    headline: headlineOf(right, found.length),
    ...toldBy(scene),
    why: whyOf(key, runs),
    options: optionsOf(question, named),
    beliefs: right ? [] : beliefsOf(scene, named),
    judged: judged.map((one) => one && viewOf(scene, one)),
    runs: inOrder(runs),
  };
}

function headlineOf(right: boolean, found: number): string {
  if (right) return 'Right: mending it there restores the traffic';
  return found > 0 ? 'One of the two is found' : 'Nothing that can be done there mends it';
}

function whyOf(key: readonly Change[], runs: readonly CounterfactualRun[]): Prose {
  if (key.length === 0)
    return prose`Nothing in the account has to change: tried as it should be used, it works as it is.`;
  const mends = runStory(repairSentence(key), { mends: true });
  const failed = runs.find(({ isChosen, mends: does }) => isChosen && !does);
  return failed?.stop ? prose`With that done the packet still dies: ${failed.stop} ${mends}` : mends;
}

/** What was done at the components that were named, if anything can be done there, and what mends. */
function runsOf(
  scene: Scene,
  named: readonly string[],
  key: readonly Change[],
  right: boolean,
): readonly CounterfactualRun[] {
  const { network } = scene.case.path.world;
  const mending = faultRun(scene, {
    id: 'key',
    title: right ? 'Your answer' : 'What mends it',
    changes: key,
    isChosen: right,
    isKey: true,
    mends: true,
  });
  if (right) return [mending];
  const tried = named.flatMap((component) => {
    const changes = changesAt(scene, component);
    const title = plain(componentTitle(network, component));
    return changes
      ? [faultRun(scene, { id: component, title, changes, isChosen: true, isKey: false, mends: false })]
      : [];
  });
  return [...tried, mending];
}

/** What somebody would do who holds this component for guilty: the first repair that can be made there. */
function changesAt(scene: Scene, component: string): readonly Change[] | undefined {
  if (component === NOTHING) return undefined;
  return repairsIn(scene.case)(component).find((changes) => changes.length > 0);
}

/** One option is right for each thing that is wrong: the first that is found ends the search. */
function optionsOf(question: DiagnoseQuestion, named: readonly string[]): readonly OptionVerdict[] {
  const { options, case: one } = question;
  const { path } = one;
  const right = new Set(
    casesApart(one, repairsOf(question)).map((single) => {
      const judge = judgeOf(single);
      const first = [...options].sort((a, b) => Number(named.includes(b)) - Number(named.includes(a)));
      return first.find((component) => judge({ component }).component);
    }),
  );
  return options.map((id) => ({
    id,
    text: componentTitle(path.world.network, id),
    isChosen: named.includes(id),
    isRight: right.has(id),
  }));
}

function viewOf({ trial: { world }, case: { path } }: Scene, judged: JudgedDiagnosis): DiagnosisView {
  const { diagnosis, mending = [], component, rule, mechanism } = judged;
  return {
    component: componentTitle(path.world.network, diagnosis.component),
    componentIsRight: component,
    ruleIsRight: rule,
    mechanismIsRight: mechanism,
    mending: changeViews(world, mending),
  };
}

/** Who reads evidence of this kind so that the layer of what was named is to blame. */
function beliefsOf({ trial, records }: Scene, named: readonly string[]): readonly BeliefView[] {
  const sign: Sign = { ending: trial.endings[0]?.ending ?? 'not-sent', records: signIn(records) };
  const layers = new Set(named.map((id) => LAYER_OF[kindOf(id)] ?? 'upstream'));
  return MISREADINGS.filter(({ blames, reads }) => layers.has(blames) && reads(sign))
    .slice(0, MOST_BELIEFS)
    .map(beliefView);
}

const LAYER_OF: Partial<Readonly<Record<string, Layer>>> = {
  sg: 'security-group',
  acl: 'network-acl',
  host: 'host',
};

const MOST_BELIEFS = 2;

function signIn(records: Scene['records']): Sign['records'] {
  const shows = (direction: 'ingress' | 'egress', action: 'ACCEPT' | 'REJECT'): boolean =>
    records.some(({ record }) => record['flow-direction'] === direction && record.action === action);
  if (shows('ingress', 'REJECT')) return 'rejected';
  if (shows('egress', 'REJECT')) return 'answer-rejected';
  return records.length > 0 ? 'accepted' : 'none';
}
