/** Some ways are tracked whatever the rules say: the connection of whoever has just sent is kept from now on. */
import type { Walk } from '../motion';

export function trackAlways(walk: Walk): void {
  const crossing = walk.crossings.findLast(({ direction }) => direction === 'egress');
  if (crossing) walk.memory.connections.track(crossing.networkInterface.id, 'egress', crossing.packet);
}
