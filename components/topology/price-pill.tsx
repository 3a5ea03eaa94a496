/** What a log costs to open, where its gauge will stand. */
import type { Box } from './box';

export function PricePill({ price, at }: { readonly price: number; readonly at: Box }) {
  const size = { width: 18, height: 15 };
  const x = at.x + at.width - size.width;
  return (
    <g>
      <rect x={x} y={at.y} {...size} rx="7.5" className="fill-none-soft stroke-line" />
      <text x={x + 9} y={at.y + 11.3} textAnchor="middle" fontSize="11" className="fill-ink-2 font-[550]">
        {price}
      </text>
    </g>
  );
}
