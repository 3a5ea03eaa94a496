/** Verdicts on repairs to choose from, one or a pair: each option was made on the broken world, and is shown with its run. */
import { assertNever } from '../../assert';
import { runStory } from '../../explain/attempt';
import { prose } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import type { Change } from '../../simulate/world';
import { choicesOf } from '../choices';
import { type ChooseTwoQuestion, gradeChooseTwo } from '../kinds/choose-two';
import { gradeWhichRepair, type Origin, type WhichRepairQuestion } from '../kinds/which-repair';
import type { BeliefView, VerdictHead } from '../verdict-view';
import { beliefView, ideaView } from './belief-view';
import { faultRun, inOrder } from './fault-run';
import { optionsOf } from './options';
import { sceneOf, toldBy } from './scene';

type Head = VerdictHead & { readonly kind: 'which-repair' | 'choose-two' };

export function whichRepairVerdict(question: WhichRepairQuestion, picked: number): Head {
  const { right, credit, mending } = gradeWhichRepair(question, picked);
  const scene = sceneOf(question.case);
  const choices = choicesOf(question);
  const runs = question.options.map(({ changes }, i) =>
    faultRun(scene, {
      id: choices[i]?.id ?? '',
      title: `Option ${choices[i]?.id ?? ''}`,
      changes,
      isChosen: i === picked,
      isKey: mending[i] ?? false,
      mends: mending[i] ?? false,
    }),
  );
  const key = mending.indexOf(true);
  const chosen = question.options[picked];
  return {
    kind: 'which-repair',
    right,
    credit,
    headline: right ? 'Right: this change mends it' : 'This change does not mend it',
    ...toldBy(scene),
    why: whyOf(
      question.options[key]?.changes ?? [],
      right ? undefined : chosen?.changes,
      runs.find(({ isChosen }) => isChosen)?.stop,
    ),
    options: optionsOf(question, [picked], (i) => mending[i] ?? false),
    beliefs: right || !chosen ? [] : beliefsOf(chosen.origin),
    runs: inOrder(runs),
  };
}

/** What mends, and what the chosen one left as it was. */
function whyOf(
  key: readonly Change[],
  chosen: readonly Change[] | undefined,
  stop: ReturnType<typeof repairSentence> | undefined,
) {
  const mends = runStory(repairSentence(key), { mends: true });
  if (!chosen) return mends;
  return prose`${runStory(repairSentence(chosen), { mends: false, stop })} ${mends}`;
}

function beliefsOf(origin: Origin): readonly BeliefView[] {
  switch (origin.kind) {
    case 'key':
      return [];
    case 'belief':
      return [beliefView(origin.belief)];
    case 'look-alike':
      return [
        {
          says: origin.fault.says,
          truth:
            'That would have looked the same at first sight, and is not so here: mending it changes nothing.',
          pages: [],
        },
      ];
    default:
      return assertNever(origin);
  }
}

export function chooseTwoVerdict(question: ChooseTwoQuestion, picked: readonly number[]): Head {
  const { right, credit, key } = gradeChooseTwo(question, picked);
  const scene = sceneOf(question.case);
  const choices = choicesOf(question);
  const run = (places: readonly number[], isKey: boolean) => {
    const id = places.map((i) => choices[i]?.id ?? '').join('+');
    return faultRun(scene, {
      id,
      title: `Options ${places.map((i) => choices[i]?.id ?? '').join(' and ')}`,
      changes: changesAt(question, places),
      isChosen: !isKey || right,
      isKey,
      mends: isKey,
    });
  };
  const runs = right ? [run(key, true)] : [run(picked, false), run(key, true)];
  const half = picked.filter((i) => key.includes(i)).length === 1;
  const [chosen] = runs;
  return {
    kind: 'choose-two',
    right,
    credit,
    headline: right
      ? 'Right: these two together mend it'
      : half
        ? 'One of the two is right'
        : 'These two do not mend it',
    ...toldBy(scene),
    why: whyOf(changesAt(question, key), right ? undefined : changesAt(question, picked), chosen?.stop),
    options: optionsOf(question, picked, (i) => key.includes(i)),
    beliefs: half ? [ideaView('the-named-blocker-is-the-only-one')] : [],
    runs: inOrder(runs),
  };
}

function changesAt({ options }: ChooseTwoQuestion, places: readonly number[]): readonly Change[] {
  return places.flatMap((i) => options[i]?.changes ?? []);
}
