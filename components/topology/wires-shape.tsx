/** What joins things in a drawing: plain lines in the gutters. */
import type { Point } from './box';

export function WiresShape({ wires }: { readonly wires: readonly (readonly Point[])[] }) {
  return wires.map((wire) => {
    const points = wire.map(({ x, y }) => `${x},${y}`).join(' ');
    return (
      <polyline key={points} points={points} className="fill-transparent stroke-edge" strokeWidth="1.2" />
    );
  });
}
