/** "Which look tells most for its price?": over some explanations that still fit, by what each of them would show. */
import { type Candidate, candidatesOf } from '../../scenario/candidates';
import type { FaultCase } from '../../scenario/fault-case';
import type { Random } from '../../scenario/random';
import { OUR_READING, READINGS, type Reading } from '../../scenario/readings';
import { comparisonOf } from '../evidence/comparison';
import { informationOf } from '../evidence/information';
import type { Offer } from '../evidence/offer';
import { type OpenScene, sceneOf } from '../evidence/scene';
import { looksOf, others, truthOf } from '../evidence/suspects';
import { singleChoiceCredit } from '../score/answer-credit';

export interface EvidenceNextQuestion {
  readonly kind: 'which-evidence-next';
  readonly case: FaultCase;
  /** The true one among others, in the order in which they are shown. */
  readonly suspects: readonly Candidate[];
  readonly options: readonly Offer[];
}

export type NoEvidenceNext =
  | 'too few explanations fit the ticket'
  | 'too few looks tell more than others'
  | 'what tells most hangs on a reading';

/** What is looked at: pages of the console or logs. All options are of one kind, so that no kind is the better guess. */
const LOOKS = ['page', 'log'] as const;
type Look = (typeof LOOKS)[number];

const OPTIONS = 4;
const FEWEST_OPTIONS = 3;
const FEWEST_SUSPECTS = 4;
const SUSPECTS = 5;

export function askEvidenceNext(one: FaultCase, random: Random): EvidenceNextQuestion | NoEvidenceNext {
  const scene = untouched(one);
  const comparison = comparisonOf(scene, candidatesOf(one));
  const more = others(comparison.candidates, one, SUSPECTS - 1, random.fork('suspects'));
  if (more.length + 1 < FEWEST_SUSPECTS) return 'too few explanations fit the ticket';
  const suspects = random.fork('suspect order').shuffle([truthOf(one), ...more]);
  const looks = looksOf(scene, suspects);
  const ours = OUR_READING;
  const valued = comparison.offers
    .filter(({ kind }) => kind !== 'reachability-analyzer' && kind !== 'connection-test')
    .map((offer) => ({ offer, value: ours ? worthOf(offer, ours, looks) : 0 }));
  let tried = 0;
  for (const look of random.fork('look').shuffle(LOOKS)) {
    const alike = valued.filter(({ offer }) => lookOf(offer) === look);
    for (const key of random.fork('key').shuffle(alike.filter(({ value }) => value > MARGIN))) {
      const less = random.fork('worse').shuffle(alike.filter(({ value }) => value < key.value - MARGIN));
      // What tells something is the harder one to tell from the best.
      const worse = [...less.filter(({ value }) => value > 0), ...less.filter(({ value }) => value === 0)];
      if (worse.length < FEWEST_OPTIONS - 1) continue;
      const chosen = [key, ...worse.slice(0, OPTIONS - 1)].map(({ offer }) => offer);
      const options = random.fork('order').shuffle(chosen);
      const question: EvidenceNextQuestion = { kind: 'which-evidence-next', case: one, suspects, options };
      if (counted(question).best) return question;
      if (++tried === MOST_TRIED) return 'what tells most hangs on a reading';
    }
  }
  return 'too few looks tell more than others';
}

/** Bits for each unit of price by which the best one is better. */
const MARGIN = 0.1;
/** Each has to be looked at under every reading. */
const MOST_TRIED = 4;

/** Only the ticket is known: no log lies on the table. */
function untouched(one: FaultCase): OpenScene {
  return { ...sceneOf(one), shown: [] };
}

function lookOf({ kind }: Offer): Look {
  return kind === 'flow-log-query' ? 'log' : 'page';
}

function worthOf(offer: Offer, reading: Reading, looks: ReturnType<typeof looksOf>): number {
  const texts = looks(offer, reading);
  return informationOf([...texts.keys()], (world) => texts[world] ?? '') / offer.price;
}

interface Counted {
  /** Places of the options that tell most, if they do so under every reading; several are equally right. */
  readonly best: readonly number[] | undefined;
  /** Option by option, by our reading. */
  readonly values: readonly number[];
}

/** Every option is opened in every world, once for a question however often it is graded. */
const COUNTED = new WeakMap<EvidenceNextQuestion, Counted>();

function counted(question: EvidenceNextQuestion): Counted {
  const known = COUNTED.get(question) ?? count(question);
  COUNTED.set(question, known);
  return known;
}

function count({ case: one, suspects, options }: EvidenceNextQuestion): Counted {
  const looks = looksOf(untouched(one), suspects);
  const byReading = READINGS.map((reading) => options.map((offer) => worthOf(offer, reading, looks)));
  const keys = byReading.map((values) => {
    const most = Math.max(...values);
    return values.flatMap((value, i) => (value > most - 1e-9 ? [i] : []));
  });
  const [first] = keys;
  const isSure = first && keys.every((key) => key.join() === first.join());
  return { best: isSure ? first : undefined, values: byReading[0] ?? [] };
}

export interface EvidenceNextVerdict {
  readonly right: boolean;
  readonly credit: number;
  /** Bits for each unit of price, option by option, by our reading. */
  readonly values: readonly number[];
}

export function gradeEvidenceNext(question: EvidenceNextQuestion, picked: number): EvidenceNextVerdict {
  const { best = [], values } = counted(question);
  const credit = singleChoiceCredit(best, picked);
  return { right: credit === 1, credit, values };
}
