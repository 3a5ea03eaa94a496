/** A subnet in a drawing: a tint, its name, the word public or private, its block where there is room. */
import { LabelShape } from './label-shape';
import { subnetLabels } from './labels';
import { type Handling, Part } from './part';
import type { PlacedSubnet } from './vpc-layout';

interface SubnetShapeProps {
  readonly subnet: PlacedSubnet;
  readonly handling: Handling | undefined;
}

export function SubnetShape({ subnet, handling }: SubnetShapeProps) {
  const { of, x, y, width, height } = subnet;
  const isSelected = handling?.selectedId === of.id;
  const own = of.isPublic ? 'stroke-pub' : 'stroke-pri';
  return (
    <Part id={of.id} handling={handling}>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="6"
        className={`${of.isPublic ? 'fill-pub-fill' : 'fill-pri-fill'} ${isSelected ? 'stroke-accent' : `${own} group-hover/part:stroke-accent`}`}
        strokeWidth={isSelected ? 1.8 : 1.2}
      />
      {subnetLabels(subnet).map((label) => (
        <LabelShape key={label.text} label={label} />
      ))}
    </Part>
  );
}
