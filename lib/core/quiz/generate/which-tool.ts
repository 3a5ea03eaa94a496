/** Cases of a tool that is looked for: each of the trap's needs is as often the one. */
import { invariant } from '../../assert';
import { drawStart } from '../../scenario/attempt';
import { BLUEPRINTS } from '../../scenario/blueprints/catalogue';
import type { Random } from '../../scenario/random';
import { NEEDS } from '../../scenario/tool';
import type { WhichToolTrap } from '../../scenario/trap';
import { askWhichTool, type WhichToolQuestion } from '../kinds/which-tool';
import type { Drawer } from './drawer';

export function whichToolDrawer({ needs }: WhichToolTrap, ofSeed: Random): Drawer<WhichToolQuestion> {
  const id = ofSeed.fork('need').pick(needs);
  const need = NEEDS.find((one) => one.id === id);
  invariant(need, `${id} is a need`);
  return (random) => {
    const startsAt = drawStart(random.fork('time'));
    const design = random.fork('blueprint').pick(BLUEPRINTS).draw(random.fork('design'), startsAt);
    const { server } = random.fork('intent').pick(design.intents);
    return {
      question: askWhichTool(need, needs, { server, at: startsAt }, random.fork('question')),
      bites: true,
    };
  };
}
