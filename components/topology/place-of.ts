/** Where something stands in a layout. Pure. */
import type { Box } from './box';
import type { Layout } from './layout';

export function placeOf({ vpcs, gateways }: Layout, id: string): Box | undefined {
  const box =
    vpcs.find(({ of }) => of.id === id) ??
    vpcs.flatMap(({ subnets }) => subnets).find(({ of }) => of.id === id) ??
    vpcs.flatMap(({ nodes }) => nodes).find(({ of }) => of.id === id);
  if (box) return box;
  const circle = gateways.find((mark) => mark.id === id);
  if (!circle) return undefined;
  const { x, y, radius } = circle;
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}
