/** Cases of a trap that is asked in another way than its own. */
import { assertNever, invariant } from '../../assert';
import { drawStart, STRETCH } from '../../scenario/attempt';
import { LOG_BELIEFS, PACKET_BELIEFS } from '../../scenario/beliefs/catalogue';
import { BLUEPRINTS } from '../../scenario/blueprints/catalogue';
import { busyWorld } from '../../scenario/busy-world';
import { EXTENDED_FIELDS } from '../../scenario/draft/flow-log';
import { FAULTS } from '../../scenario/faults/catalogue';
import type { Random } from '../../scenario/random';
import type { OtherWay, Trap } from '../../scenario/trap';
import { askImpossibleRecord, type ImpossibleRecordQuestion } from '../kinds/impossible-record';
import { askTwoWorlds } from '../kinds/two-worlds';
import { askReadRecord, type ReadRecordQuestion, TELLINGS } from '../kinds/what-record-tells';
import { askEvidenceNext } from '../kinds/which-evidence-next';
import type { Question } from '../question';
import type { Drawer } from './drawer';
import { proven } from './over-faults';

export function otherDrawer(trap: Trap, way: OtherWay, seed: string, ofSeed: Random): Drawer<Question> {
  switch (way.asks) {
    case 'which-evidence-next':
      return overFault(way.faults, seed, ofSeed, askEvidenceNext);
    case 'two-worlds':
      return overFault(way.faults, seed, ofSeed, askTwoWorlds);
    case 'impossible-record':
      return impossibleDrawer(trap);
    case 'what-record-tells':
      return readRecordDrawer(ofSeed);
    default:
      return assertNever(way);
  }
}

type Made = Exclude<ReturnType<typeof proven>, string>;

/** The fault is drawn once: cases that are discarded must not favour one. */
function overFault(
  ids: readonly string[],
  seed: string,
  ofSeed: Random,
  ask: (made: Made, random: Random) => Question | string,
): Drawer<Question> {
  const id = ofSeed.fork('fault').pick(ids);
  const fault = FAULTS.find((one) => one.id === id);
  invariant(fault, `${id} is a fault`);
  return (random) => {
    const made = proven(fault, seed, random.fork('case'));
    if (typeof made === 'string') return made;
    const question = ask(made, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: true };
  };
}

function impossibleDrawer(trap: Trap): Drawer<ImpossibleRecordQuestion> {
  const beliefs = [...PACKET_BELIEFS, ...LOG_BELIEFS].filter(({ id }) => trap.beliefs.includes(id));
  const designs = trap.asks === 'fill-in' ? trap.designs : undefined;
  const blueprints = BLUEPRINTS.filter(({ id }) => designs?.includes(id) ?? true);
  return (random) => {
    const startsAt = drawStart(random.fork('time'));
    const design = random.fork('blueprint').pick(blueprints).draw(random.fork('design'), startsAt);
    const question = askImpossibleRecord(
      {
        design,
        world: busyWorld(design, random.fork('traffic')),
        stretch: { from: startsAt, to: startsAt + STRETCH },
        fields: EXTENDED_FIELDS,
        beliefs,
      },
      random.fork('question'),
    );
    return typeof question === 'string' ? question : { question, bites: true };
  };
}

/** What it tells is drawn once: none of the four is the better guess. */
function readRecordDrawer(ofSeed: Random): Drawer<ReadRecordQuestion> {
  const tells = ofSeed.fork('tells').pick(TELLINGS);
  return (random) => {
    const startsAt = drawStart(random.fork('time'));
    const design = random.fork('blueprint').pick(BLUEPRINTS).draw(random.fork('design'), startsAt);
    const stretch = { from: startsAt, to: startsAt + STRETCH };
    const world = busyWorld(design, random.fork('traffic'));
    const question = askReadRecord({ design, world, stretch }, tells, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: true };
  };
}
