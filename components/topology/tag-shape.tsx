/** A word on a shape of its own, on the border of what it speaks of: the target, or what is not as designed. */
import { LabelShape } from './label-shape';
import type { Tag } from './labels';

const CLASS = {
  target: 'fill-accent',
  difference: 'fill-reject-soft stroke-reject',
} as const;

interface TagShapeProps {
  readonly tag: Tag | undefined;
  readonly kind: keyof typeof CLASS;
}

export function TagShape({ tag, kind }: TagShapeProps) {
  if (!tag) return null;
  const { label, ...box } = tag;
  return (
    <g>
      <rect {...box} rx={box.height / 2} className={CLASS[kind]} strokeDasharray="4 3" />
      <LabelShape label={label} />
    </g>
  );
}
