/** "Which of these mends it?": every option is a repair that was run; a wrong one is what a belief or a look-alike asks for. */
import { type Prose, plain } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import type { Belief, Sign } from '../../scenario/belief';
import { BELIEFS } from '../../scenario/beliefs/catalogue';
import { repairOfBelief, repairOfLayer } from '../../scenario/blame';
import type { Fault } from '../../scenario/fault';
import type { FaultCase } from '../../scenario/fault-case';
import { mends, mendsUnder } from '../../scenario/fault-proof';
import { type FaultLayer, LAYERS } from '../../scenario/layer';
import type { Random } from '../../scenario/random';
import { type Rival, rivalsOf } from '../../scenario/rivals';
import { signOf } from '../../scenario/sign';
import { applyChanges } from '../../simulate/change';
import type { Change } from '../../simulate/world';
import { chooseDistractors } from '../distractor';
import { untoldFrom } from '../evidence/untold';
import { singleChoiceCredit } from '../score/answer-credit';

/** Why an option stands there. */
export type Origin =
  | { readonly kind: 'key' }
  | { readonly kind: 'belief'; readonly belief: Belief }
  | { readonly kind: 'look-alike'; readonly fault: Fault };

export interface RepairOption {
  readonly changes: readonly Change[];
  readonly layer: FaultLayer;
  readonly origin: Origin;
}

export interface WhichRepairQuestion {
  readonly kind: 'which-repair';
  readonly case: FaultCase;
  /** Three or four, in the order in which they are shown. */
  readonly options: readonly RepairOption[];
}

/** Why no question comes of a case. */
export type NoQuestion =
  | 'nothing is broken'
  | 'too few wrong repairs differ from the right one'
  | 'nothing else would look the same at first sight';

/** As many options as there are layers that the key may stand in, four at most. */
const MOST_DISTRACTORS = 3;
const FEWEST_DISTRACTORS = 2;

export interface AskOptions {
  /** The beliefs that the question is about: one of theirs is among the distractors. */
  readonly about?: readonly string[];
  /** Where the key stands in some case. */
  readonly layers?: readonly FaultLayer[];
}

export function askWhichRepair(
  one: FaultCase,
  random: Random,
  { about = [], layers = LAYERS }: AskOptions = {},
): WhichRepairQuestion | NoQuestion {
  if (one.fault.symptom === 'false-alarm') return 'nothing is broken';
  const rivals = rivalsOf(one);
  if (rivals.length === 0) return 'nothing else would look the same at first sight';
  const key: RepairOption = {
    changes: one.site.repair(one.broken),
    layer: one.fault.layer,
    origin: { kind: 'key' },
  };
  // What no evidence tells from the truth is no wrong answer, even where it does not mend.
  const untold = new Set(untoldFrom(one).map(({ site }) => plain(repairSentence(site.repair(one.broken)))));
  const wrong = [
    ...believed(one, random.fork('beliefs'), about),
    ...lookAlikes(one, rivals, random.fork('rivals')),
  ].filter((option) => !untold.has(textOf(option)));
  const distractors = chooseDistractors(
    fitting(one, key, wrong).map(candidateOf),
    {
      keys: [candidateOf(key)],
      count: Math.min(layers.length - 1, MOST_DISTRACTORS),
      layers,
      isAbout: ({ option: { origin } }) => origin.kind === 'belief' && about.includes(origin.belief.id),
    },
    random.fork('options'),
  );
  if (distractors.length < FEWEST_DISTRACTORS) return 'too few wrong repairs differ from the right one';
  const options = [key, ...distractors.map(({ option }) => option)];
  return { kind: 'which-repair', case: one, options: random.fork('order').shuffle(options) };
}

function candidateOf(option: RepairOption) {
  return { option, layer: option.layer, length: textOf(option).length };
}

function believed(one: FaultCase, random: Random, about: readonly string[]): readonly RepairOption[] {
  const sign = signOf(one);
  const first = BELIEFS.filter(({ id }) => about.includes(id));
  const others = random.shuffle(BELIEFS.filter(({ id }) => !about.includes(id)));
  return [...first, ...others].flatMap((belief) => {
    const changes = changesOf(one, belief, sign);
    return changes ? [{ changes, layer: layerOf(changes), origin: { kind: 'belief', belief } as const }] : [];
  });
}

function changesOf(one: FaultCase, belief: Belief, sign: Sign): readonly Change[] | undefined {
  switch (belief.kind) {
    case 'wrong-log':
    case 'conclusion':
    case 'wrong-idea':
      return undefined;
    case 'misreading':
      return belief.reads(sign) ? repairOfLayer(one, belief.blames) : undefined;
    case 'wrong-law':
      return repairOfBelief(one, belief);
  }
}

function lookAlikes(one: FaultCase, rivals: readonly Rival[], random: Random): readonly RepairOption[] {
  return random.shuffle(rivals).map(({ fault, site }) => ({
    changes: site.repair(one.broken),
    layer: fault.layer,
    origin: { kind: 'look-alike', fault },
  }));
}

/** Wrong ones that can be made, mend under no reading and say what no other says; whoever the question is about comes first. */
function fitting(one: FaultCase, key: RepairOption, pool: readonly RepairOption[]): readonly RepairOption[] {
  const said = new Set([textOf(key)]);
  return pool.filter((option) => {
    const text = textOf(option);
    if (option.changes.length === 0 || said.has(text) || !canBeMade(one, option)) return false;
    said.add(text);
    return mendsUnder(one, option.changes) === 'no reading';
  });
}

/** A call that AWS refuses mends nothing, and gives itself away. */
function canBeMade({ broken }: FaultCase, { changes }: RepairOption): boolean {
  return !('error' in applyChanges(broken, changes));
}

/** The layer in which a list of changes works. */
function layerOf(changes: readonly Change[]): FaultLayer {
  const [first] = changes;
  if (first?.Service === 'host') return 'host';
  if (first?.Action.includes('SecurityGroup')) return 'security-group';
  return first?.Action.includes('NetworkAcl') ? 'network-acl' : 'upstream';
}

export function optionText({ changes }: RepairOption): Prose {
  return repairSentence(changes);
}

function textOf(option: RepairOption): string {
  return plain(optionText(option));
}

export interface WhichRepairVerdict {
  readonly right: boolean;
  readonly credit: number;
  /** Which options mend, by running them. */
  readonly mending: readonly boolean[];
}

/** Every option is run again: right is whatever mends. */
export function gradeWhichRepair(question: WhichRepairQuestion, picked: number): WhichRepairVerdict {
  const mending = question.options.map(({ changes }) => mends(question.case, changes));
  const key = mending.flatMap((does, i) => (does ? [i] : []));
  const credit = singleChoiceCredit(key, picked);
  return { right: credit === 1, credit, mending };
}
