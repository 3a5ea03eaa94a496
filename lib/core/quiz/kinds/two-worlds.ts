/** "Two worlds, one log": two explanations leave the very same records at the interface in question; which single probe tells them apart? */
import { type Candidate, candidatesOf } from '../../scenario/candidates';
import type { FaultCase } from '../../scenario/fault-case';
import type { Random } from '../../scenario/random';
import { OUR_READING, READINGS } from '../../scenario/readings';
import { comparisonOf } from '../evidence/comparison';
import type { Offer } from '../evidence/offer';
import { type OpenScene, sceneOf } from '../evidence/scene';
import { looksOf, others, truthOf } from '../evidence/suspects';
import { singleChoiceCredit } from '../score/answer-credit';

export interface TwoWorldsQuestion {
  readonly kind: 'two-worlds';
  readonly case: FaultCase;
  /** The true one and another, in the order in which they are shown. */
  readonly worlds: readonly Candidate[];
  /** Logs of other interfaces, and connection tests. */
  readonly options: readonly Offer[];
}

export type NoTwoWorlds =
  | 'nothing else leaves the same log'
  | 'not exactly one probe tells two worlds of one log apart';

const PROBES = ['flow-log-query', 'connection-test'] as const;
const OPTIONS = 4;
const FEWEST = 3;

/** Pairs that are looked at: each has to be played. */
const MOST_PAIRS = 8;

/** All four probes are of one kind, so that no kind is the better guess. */
export function askTwoWorlds(one: FaultCase, random: Random): TwoWorldsQuestion | NoTwoWorlds {
  const scene = sceneOf(one);
  const { offers, candidates } = comparisonOf(scene, candidatesOf(one));
  const shown = offers.filter(({ price }) => price === 0);
  const probes = offers.filter(({ price, kind }) => price > 0 && PROBES.some((probe) => probe === kind));
  let hasPair = false;
  for (const other of others(candidates, one, MOST_PAIRS, random.fork('other'))) {
    const worlds = random.fork('worlds').shuffle([truthOf(one), other]);
    const tell = tellingIn(scene, worlds);
    if (shown.length === 0 || !shown.every((offer) => tell(offer) === 'alike')) continue;
    hasPair = true;
    const found = random.fork('probes').shuffle(probes);
    for (const kind of random.fork('kind').shuffle(PROBES)) {
      const own = found.filter((offer) => offer.kind === kind);
      const telling = own.find((offer) => tell(offer) === 'apart');
      const alike = telling ? own.filter((offer) => tell(offer) === 'alike').slice(0, OPTIONS - 1) : [];
      if (!telling || alike.length < FEWEST - 1) continue;
      const options = random.fork('order').shuffle([telling, ...alike]);
      return { kind: 'two-worlds', case: one, worlds, options };
    }
  }
  return hasPair
    ? 'not exactly one probe tells two worlds of one log apart'
    : 'nothing else leaves the same log';
}

type Telling = 'apart' | 'alike' | 'hangs on a reading';

/** Both worlds are asked, under every reading. */
function tellingIn(scene: OpenScene, worlds: readonly Candidate[]): (offer: Offer) => Telling {
  const looks = looksOf(scene, worlds);
  return (offer) => {
    const first = differs(looks(offer, OUR_READING));
    const isSame = READINGS.every((reading) => differs(looks(offer, reading)) === first);
    if (!isSame) return 'hangs on a reading';
    return first ? 'apart' : 'alike';
  };
}

const differs = ([one, other]: readonly string[]): boolean => one !== other;

export interface TwoWorldsVerdict {
  readonly right: boolean;
  readonly credit: number;
  /** Which of the options tell the two worlds apart. */
  readonly apart: readonly boolean[];
}

/** Both worlds are run, and every probe is made in both, once for a question however often it is graded. */
const PROBED = new WeakMap<TwoWorldsQuestion, readonly boolean[]>();

function probed(question: TwoWorldsQuestion): readonly boolean[] {
  const known = PROBED.get(question) ?? probeBoth(question);
  PROBED.set(question, known);
  return known;
}

function probeBoth({ case: one, worlds, options }: TwoWorldsQuestion): readonly boolean[] {
  const tell = tellingIn(sceneOf(one), worlds);
  return options.map((offer) => tell(offer) === 'apart');
}

export function gradeTwoWorlds(question: TwoWorldsQuestion, picked: number): TwoWorldsVerdict {
  const apart = probed(question);
  const credit = singleChoiceCredit(
    apart.flatMap((does, i) => (does ? [i] : [])),
    picked,
  );
  return { right: credit === 1, credit, apart };
}
