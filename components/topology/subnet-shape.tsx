/** A subnet in a drawing: a tint, its name, the word public or private, its block where there is room. */
import type { Placed } from './box';
import type { SubnetBox } from './drawing';
import { LabelShape } from './label-shape';
import { subnetLabels } from './labels';

export function SubnetShape({ subnet }: { readonly subnet: Placed<SubnetBox> }) {
  const { of, x, y, width, height } = subnet;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="6"
        className={of.isPublic ? 'fill-pub-fill stroke-pub' : 'fill-pri-fill stroke-pri'}
        strokeWidth="1.2"
      />
      {subnetLabels(subnet).map((label) => (
        <LabelShape key={label.text} label={label} />
      ))}
    </g>
  );
}
