/** The reflection question: an SSH attempt fails, and its flow log is silent, or is not. Which layer first? */
import { shopDesign } from '../blueprints/shop';
import { LAYERS } from '../layer';
import type { Broken } from '../prove';
import type { Random } from '../random';
import type { Fault } from '../ssh-fault';
import { FAULTS } from '../ssh-faults/catalogue';
import { STRETCH } from '../traffic';

export const REFLECTION_SSH = 'reflection-ssh';

/** The layer is drawn first, so that no layer is the better guess; then one of its faults that fits the design. */
export function drawReflectionSsh(random: Random): Broken {
  const story = random.fork('story');
  const family = story.pick(['peering', 'internet'] as const);
  const layer = story.pick(LAYERS);
  const startsAt = drawStart(random.fork('time'));
  const design = shopDesign(random.fork('design'), family, startsAt);
  const candidates: readonly Fault[] = FAULTS.filter(
    (fault) => fault.layer === layer && fault.applies(design),
  );
  const fault = story.pick(candidates);
  const forFault = random.fork('fault');
  return {
    design,
    fault,
    world: fault.inject(design, forFault.fork(fault.id)),
    stretch: { from: startsAt, to: startsAt + STRETCH },
    random: forFault,
  };
}

/** A working hour of a working day in 2026, on the quarter. */
function drawStart(random: Random): number {
  const day =
    Date.UTC(2026, 0, 5) + random.integer(0, 50) * 7 * 86_400_000 + random.integer(0, 4) * 86_400_000;
  return day + random.integer(7, 16) * 3_600_000 + random.pick([0, 15, 30, 45]) * 60_000;
}
