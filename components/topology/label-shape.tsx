/** A word in a drawing. */
import { type Label, LOOKS } from './label';

export function LabelShape({ label: { text, x, y, anchor, look } }: { readonly label: Label }) {
  const { className, size } = LOOKS[look];
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={size} className={className}>
      {text}
    </text>
  );
}
