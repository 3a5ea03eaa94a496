/** A subnet in a drawing: a tint, its name, the word public or private, and one line under the name. */
import type { ReactNode } from 'react';
import type { SubnetBox } from './drawing';
import type { Placed } from './layout';

interface SubnetShapeProps {
  readonly subnet: Placed<SubnetBox>;
  readonly children: ReactNode;
}

export function SubnetShape({ subnet: { of, x, y, width, height }, children }: SubnetShapeProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={width}
        height={height}
        rx="6"
        className={of.isPublic ? 'fill-pub-fill stroke-pub' : 'fill-pri-fill stroke-pri'}
        strokeWidth="1.2"
      />
      <text x="10" y="18" className="fill-ink font-semibold text-[12px]">
        {of.name}
      </text>
      <text x="10" y="33" className="text-[11.5px]">
        {children}
      </text>
      <text x={width - 10} y="18" textAnchor="end" className="fill-ink-3 text-[11.5px]">
        {of.isPublic ? 'public' : 'private'}
      </text>
    </g>
  );
}
