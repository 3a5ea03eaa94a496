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
function nextOf(one: Case): Question {
  one.next = (one.next + 1) % one.questions.length;
  return one.questions[one.next] as Question;
}

const LARGE = hub(20, 100);
const small = caseOf(threeTier, threeTierQuestions(QUESTIONS));
const large = caseOf(LARGE, hubQuestions(LARGE, QUESTIONS));

const asked = (one: Case) => ({
  'naive loops over the document': () => {
    naiveTwoWay(one.world.Snapshot, nextOf(one));
  },
  verdict: () => {
    one.prober.verdict(nextOf(one));
  },
  explained: () => {
    one.prober.explain(nextOf(one));
  },
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

export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  'one question, 3 tiers with 50 interfaces': asked(small),
  'one question, a hub of 20 VPCs with 2,000 interfaces': asked(large),
  'one question, small beside large': {
    'verdict, 3 tiers': () => {
      small.prober.verdict(nextOf(small));
    },
    'verdict, hub': () => {
      large.prober.verdict(nextOf(large));
    },
    'explained, hub': () => {
      large.prober.explain(nextOf(large));
    },
  },
  'longest prefix of 50, 1,000 addresses': {
    'bare loop over uint32': () => {
      addresses.reduce((sum, address) => sum + bareLoop(address), 0);
    },
    ours: () => {
      addresses.reduce((sum, address) => sum + (index.longest(address as never) ?? -1), 0);
    },
  },
};
