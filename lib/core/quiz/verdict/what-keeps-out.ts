/** The verdict on keeping one address out: each change was made, and everybody tried again, the unwanted and the wanted. */
import { type Prose, plain, prose } from '../../explain/prose';
import { stepSentence } from '../../explain/step';
import { NACL_FIRST_MATCH } from '../../rules/network-acl';
import { SG_NO_RULE } from '../../rules/security-group';
import { askerOf } from '../../scenario/intent-path';
import { openWorld } from '../../scenario/open-world';
import { applyChanges } from '../../simulate/change';
import { works } from '../../simulate/outcome';
import type { Change } from '../../simulate/world';
import { parseNetwork } from '../../vpc/parse-network';
import { awsPageOf } from '../aws-page';
import { choicesOf } from '../choices';
import { changeViews } from '../counterfactual-run';
import { decidingStepView } from '../deciding-step';
import { differencesOf } from '../drawing-difference';
import { drawingOf } from '../drawing-of';
import { gradeWhatKeepsOut, type KeepOutOption, type KeepOutQuestion } from '../kinds/what-keeps-out';
import type { VerdictHead } from '../verdict-view';
import type { CounterfactualRun, DecidingStepView, DrawingView } from '../view';
import { beliefView } from './belief-view';
import { inOrder } from './fault-run';
import { optionsOf } from './options';
import { inferredRules, walkOf } from './walk';

type Head = VerdictHead & { readonly kind: 'what-keeps-out' };

export function whatKeepsOutVerdict(question: KeepOutQuestion, picked: number): Head {
  const { right, credit, key } = gradeWhatKeepsOut(question, picked);
  const { world, hostile } = question.case;
  const parsed = openWorld(world);
  const probed = askerOf(parsed)(hostile);
  const walk = walkOf(probed, parsed.network);
  const ids = choicesOf(question).map(({ id }) => id);
  const runs = question.options.flatMap(({ changes }, i) =>
    changes
      ? [runOf(question, changes, { id: ids[i] ?? '', isChosen: i === picked, isKey: key.includes(i) })]
      : [],
  );
  const best = question.options[key[0] ?? -1];
  const chosen = question.options[picked];
  return {
    kind: 'what-keeps-out',
    right,
    credit,
    headline: right ? 'Right: it is kept out, and what must pass does' : wrongHeadline(runs, chosen),
    story: prose`${hostile.from} gets through to ${hostile.server}: ${walk.filter(({ allowed }) => allowed).length} steps let it pass, and none refuses it.`,
    why: whyOf(best, runs, chosen),
    options: optionsOf(question, [picked], (i) => key.includes(i)),
    beliefs: chosen && !chosen.changes ? [beliefView(GROUPS_CANNOT_DENY)] : [],
    decided: best?.changes && refusalBy(question, best.changes),
    rules: [NACL_FIRST_MATCH, SG_NO_RULE],
    pages: [NACL_FIRST_MATCH, SG_NO_RULE].map(awsPageOf),
    drawing: drawingNow(question),
    walk,
    records: [],
    runs: inOrder(runs),
    inferred: inferredRules(walk, []),
  };
}

/** The step that keeps it out once the right change is made. */
function refusalBy({ case: one }: KeepOutQuestion, changes: readonly Change[]): DecidingStepView | undefined {
  const changed = applyChanges(one.world, changes);
  if ('error' in changed) return undefined;
  const after = openWorld(changed.world);
  const { decidedBy } = askerOf(after)(one.hostile);
  return decidedBy && decidingStepView(after.network, decidedBy);
}

const GROUPS_CANNOT_DENY = {
  says: 'A security group can have a rule that denies an address.',
  truth: 'Its rules only allow; what no rule allows is refused, and only a network ACL can deny one address.',
  rules: [SG_NO_RULE],
};

function runOf(
  { case: one }: KeepOutQuestion,
  changes: readonly Change[],
  card: Pick<CounterfactualRun, 'id' | 'isChosen' | 'isKey'>,
): CounterfactualRun {
  const before = openWorld(one.world);
  const views = {
    changes: changeViews(before, changes),
    dialled: undefined,
    flows: [],
    title: `Option ${card.id}`,
  };
  const changed = applyChanges(one.world, changes);
  if ('error' in changed) {
    const { Code, Message } = changed.error;
    return {
      ...card,
      ...views,
      mends: false,
      outcome: `AWS refuses it: ${Code}`,
      sentence: [Message],
      stop: undefined,
    };
  }
  const after = openWorld(changed.world);
  const asker = askerOf(after);
  const tried = asker(one.hostile);
  const isOut = !works(tried.connection);
  const cut = one.design.intents.filter((intent) => !works(asker(intent).connection));
  return {
    ...card,
    ...views,
    mends: isOut && cut.length === 0,
    outcome: !isOut
      ? 'Still gets through'
      : cut.length > 0
        ? 'Kept out, and others with it'
        : 'Kept out, and what must pass does',
    sentence:
      cut.length > 0
        ? prose`Fails now: ${cut.map(({ says }) => says).join('; ')}.`
        : prose`Everybody who should get through does.`,
    stop:
      isOut && tried.decidedBy
        ? stepSentence(tried.decidedBy.component, tried.decidedBy.step, after.network)
        : undefined,
  };
}

function wrongHeadline(runs: readonly CounterfactualRun[], chosen: KeepOutOption | undefined): string {
  if (!chosen?.changes) return 'There is no such rule';
  return runs.find(({ isChosen }) => isChosen)?.outcome ?? 'It does not do that';
}

function whyOf(
  best: KeepOutOption | undefined,
  runs: readonly CounterfactualRun[],
  chosen: KeepOutOption | undefined,
): Prose {
  const stop = runs.find(({ isKey }) => isKey)?.stop;
  const right = prose`“${best?.says ?? []}” was made, and everybody tried again: ${stop ?? []} Whoever should get through does.`;
  const own = runs.find(({ isChosen, isKey }) => isChosen && !isKey);
  return own && chosen ? prose`With “${plain(chosen.says)}”: ${own.outcome.toLowerCase()}. ${right}` : right;
}

function drawingNow(question: KeepOutQuestion): DrawingView | undefined {
  const designed = drawingOf(question);
  const door = parseNetwork(question.case.world.Snapshot);
  if (!designed || 'issues' in door) return designed;
  return {
    ...designed,
    network: door.network,
    isDesign: false,
    differences: differencesOf(designed.network, door.network),
  };
}
