/** Cases of a hidden field: half of the time the belief would have something else stand there. */
import { invariant } from '../../assert';
import { drawStart, STRETCH } from '../../scenario/attempt';
import { LOG_BELIEFS } from '../../scenario/beliefs/catalogue';
import { BLUEPRINTS } from '../../scenario/blueprints/catalogue';
import { busyWorld } from '../../scenario/busy-world';
import { openWorld } from '../../scenario/open-world';
import type { Random } from '../../scenario/random';
import type { FillInTrap } from '../../scenario/trap';
import { askFillIn, type FillInQuestion } from '../kinds/fill-in';
import type { Drawer } from './drawer';

export function fillInDrawer(
  { beliefs, fields, designs }: FillInTrap,
  ofSeed: Random,
): Drawer<FillInQuestion> {
  const belief = LOG_BELIEFS.find(({ id }) => beliefs.includes(id));
  invariant(belief, `${beliefs.join()} is a belief about logs`);
  const blueprints = BLUEPRINTS.filter(({ id }) => designs?.includes(id) ?? true);
  const bites = ofSeed.fork('bites').chance();
  return (random) => {
    const startsAt = drawStart(random.fork('time'));
    const blueprint = random.fork('blueprint').pick(blueprints);
    const design = blueprint.draw(random.fork('design'), startsAt);
    const world = busyWorld(design, random.fork('traffic'));
    const stretch = { from: startsAt, to: startsAt + STRETCH };
    const question = askFillIn(
      design,
      world,
      openWorld(world),
      stretch,
      { belief, fields, bites },
      random.fork('question'),
    );
    return typeof question === 'string' ? question : { question, bites };
  };
}
