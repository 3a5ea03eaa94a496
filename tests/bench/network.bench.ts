/**
 * Whole questions on whole networks: a two-way verdict by naive loops over the document, by a prober, and with every step
 * told; on three tiers and on a hub of 2,000 interfaces. And the longest prefix of 50 beside a bare loop over numbers.
 */
import { parseCidr } from '@/lib/core/net/cidr';
import { PrefixIndex } from '@/lib/core/rules/prefix-index';
import { type Prober, proberOf } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { naiveTwoWay } from '../support/naive/two-way';
import { hub, hubQuestions } from '../support/networks/hub';
import type { Question } from '../support/networks/question';
import { threeTier, threeTierQuestions } from '../support/networks/three-tier';
import { parsed } from '../support/pair';

const QUESTIONS = 512;
/** Between two looks at the clock: a look takes a third of the time of a verdict. */
const AT_ONCE = 16;

interface Case {
  readonly world: World;
  readonly prober: Prober;
  readonly questions: readonly Question[];
  next: number;
}

function caseOf(world: World, questions: readonly Question[]): Case {
  return { world, prober: proberOf(parsed(world)), questions, next: 0 };
}

/** One question after the other, around in a circle. */
function asking(one: Case, answer: (question: Question) => unknown): () => void {
  return () => {
    for (let i = 0; i < AT_ONCE; i++) {
      one.next = (one.next + 1) % one.questions.length;
      answer(one.questions[one.next] as Question);
    }
  };
}

const LARGE = hub(20, 100);
const small = caseOf(threeTier, threeTierQuestions(QUESTIONS));
const large = caseOf(LARGE, hubQuestions(LARGE, QUESTIONS));

const asked = (one: Case) => ({
  'naive loops over the document': asking(one, (question) => naiveTwoWay(one.world.Snapshot, question)),
  verdict: asking(one, (question) => one.prober.verdict(question)),
  explained: asking(one, (question) => one.prober.explain(question)),
});

const blocks = Array.from({ length: 50 }, (_, i) => parseCidr(`10.${i}.0.0/${16 + (i % 9)}`)).flatMap(
  (cidr) => (cidr && typeof cidr.base === 'number' ? [{ base: cidr.base as number, cidr }] : []),
);
const sorted = [...blocks].sort((a, b) => b.cidr.length - a.cidr.length);
const bases = Uint32Array.from(sorted, ({ base }) => base);
const masks = Uint32Array.from(sorted, ({ cidr }) => (-1 << (32 - cidr.length)) >>> 0);
const index = new PrefixIndex(blocks.map(({ cidr }, i) => ({ cidr, value: i })));
const addresses = Array.from({ length: 1_000 }, (_, i) => (0x0a000000 + ((i * 0x9e3779b1) >>> 10)) >>> 0);

function bareLoop(address: number): number {
  for (let i = 0; i < bases.length; i++) if ((address & (masks[i] as number)) >>> 0 === bases[i]) return i;
  return -1;
}

const SMALL_CASE = 'one question, 3 tiers with 50 interfaces';
const LARGE_CASE = 'one question, a hub of 20 VPCs with 2,000 interfaces';
const BOTH_CASES = 'one question, small beside large';
const PREFIXES = 'longest prefix of 50';

export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  [SMALL_CASE]: asked(small),
  [LARGE_CASE]: asked(large),
  [BOTH_CASES]: {
    'verdict, 3 tiers': asked(small).verdict,
    'verdict, hub': asked(large).verdict,
    'explained, 3 tiers': asked(small).explained,
    'explained, hub': asked(large).explained,
  },
  [PREFIXES]: {
    'bare loop over uint32': () => {
      addresses.reduce((sum, address) => sum + bareLoop(address), 0);
    },
    ours: () => {
      addresses.reduce((sum, address) => sum + (index.longest(address as never) ?? -1), 0);
    },
  },
};

export const perCall: Readonly<Record<string, number>> = {
  [SMALL_CASE]: AT_ONCE,
  [LARGE_CASE]: AT_ONCE,
  [BOTH_CASES]: AT_ONCE,
  [PREFIXES]: addresses.length,
};
