/**
 * How fast the packets of one direction of a path are found, and what an edit changes, beside a plain binary decision
 * diagram. Every call takes the next of many random networks, so that the median and the worst are over networks.
 */
import { PacketSpace } from '@/lib/core/net/packet-space';
import { randomFrom } from '@/lib/core/scenario/random';
import { type DrawnPath, drawPath, drawRule, type PathSizes, type RuleBox } from '../support/random-path';
import { bddPath, bddStages, ourPath, ourStages, type Stages } from './path-sets';
import { PlainBdd } from './plain-bdd';

/** Per security group and direction, per network ACL and direction, per route table: AWS's default quotas, and raised ones. */
const DEFAULT: PathSizes = { rules: 60, entries: 20, routes: 50 };
const RAISED: PathSizes = { rules: 200, entries: 40, routes: 500 };

const draw = (sizes: PathSizes, count: number): readonly DrawnPath[] =>
  Array.from({ length: count }, (_, i) => drawPath(randomFrom(`${sizes.rules}/${i}`), sizes));
const paths = draw(DEFAULT, 200);
const largePaths = draw(RAISED, 20);

/** Each call the next one, round and round. */
function each<T>(items: readonly T[], measure: (item: T) => void): () => void {
  let calls = 0;
  return () => measure(items[calls++ % items.length] as T);
}

const edits = randomFrom('edits');

/** One rule of the last stage replaced by another, which was never seen before. */
function edited<T>({ before, rules }: Stages<T>, box: (rule: RuleBox) => T): Stages<T> {
  const rule = box(drawRule(edits, 'source', 4, 32));
  return { before, rules: rules.with(edits.integer(0, rules.length - 1), rule) };
}

const known = paths.slice(0, 60).map((path) => {
  const space = new PacketSpace();
  const stages = ourStages(space, path);
  return { space, stages, path: ourPath(space, stages) };
});
const knownBdds = paths.slice(0, 60).map((path) => {
  const bdd = new PlainBdd();
  const stages = bddStages(bdd, path);
  return { bdd, stages, path: bddPath(bdd, stages) };
});

const search = (drawn: readonly DrawnPath[]): Readonly<Record<string, () => void>> => ({
  'plain BDD': each(drawn, (path) => {
    const bdd = new PlainBdd();
    bddPath(bdd, bddStages(bdd, path));
  }),
  ours: each(drawn, (path) => {
    const space = new PacketSpace();
    ourPath(space, ourStages(space, path));
  }),
});

/** Group -> contender -> what is measured; the first contender is the one that the others are compared with. */
export const groups: Readonly<Record<string, Readonly<Record<string, () => void>>>> = {
  'packets of one direction: 2 x 60 rules, 2 x 20 entries, 50 routes': search(paths),
  'packets of one direction: 2 x 200 rules, 2 x 40 entries, 500 routes': search(largePaths),
  'what one edited rule opens and closes': {
    'plain BDD': each(knownBdds, ({ bdd, stages, path }) => {
      const after = bddPath(
        bdd,
        edited(stages, (rule) => bdd.box(rule)),
      );
      bdd.subtract(after, path);
      bdd.subtract(path, after);
    }),
    ours: each(known, ({ space, stages, path }) => {
      const after = ourPath(
        space,
        edited(stages, (rule) => space.box(rule)),
      );
      after.subtract(path);
      path.subtract(after);
    }),
  },
};
