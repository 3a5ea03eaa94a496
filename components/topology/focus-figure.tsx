/** The drawing for a phone. */
import type { GaugeBar } from '../flowlog/gauge';
import { IconShape } from '../ui/icon';
import { points } from './figure';
import type { FocusLayout } from './focus-layout';
import { NodeShape } from './node-shape';

interface FocusFigureProps {
  readonly layout: FocusLayout;
  readonly gauges: ReadonlyMap<string, readonly GaugeBar[]>;
  readonly summary: string;
}

export function FocusFigure({ layout, gauges, summary }: FocusFigureProps) {
  const { middle, office } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={summary}
      className="block h-auto w-full"
      style={{ minWidth: layout.width * 0.97 }}
    >
      {layout.subnets.map(({ of, x, y, width, height }) => (
        <g key={of.id}>
          <rect
            x={x}
            y={y}
            width={width}
            height={height}
            rx="7"
            className={of.isPublic ? 'fill-pub-fill stroke-pub' : 'fill-pri-fill stroke-pri'}
            strokeWidth="1.2"
          />
          <text x={x + 8} y={y + 13} className="text-[11px]">
            <tspan className="fill-vpc font-[550]">{of.vpcName} </tspan>
          </text>
          <text x={x + 8} y={y + 27} className="text-[11px]">
            <tspan className="fill-ink font-semibold">{of.name}</tspan>
          </text>
          <text x={x + width - 8} y={y + 27} textAnchor="end" className="fill-ink-3 text-[10.5px]">
            {of.isPublic ? 'public' : 'private'}
          </text>
        </g>
      ))}
      {layout.wires.map((wire) => (
        <polyline
          key={points(wire)}
          points={points(wire)}
          className="fill-transparent stroke-edge"
          strokeWidth="1.2"
        />
      ))}
      {layout.nodes.map((node) => (
        <NodeShape key={node.of.id} node={node} bars={gauges.get(node.of.id)} />
      ))}
      <Circle
        x={middle.x}
        y={middle.y}
        icon={middle.kind === 'peering' ? 'peering' : 'gateway'}
        label={middle.label}
      />
      {office && <Circle x={office.x} y={office.y} icon="office" label={office.label} />}
    </svg>
  );
}

function Circle({
  x,
  y,
  icon,
  label,
}: {
  readonly x: number;
  readonly y: number;
  readonly icon: 'peering' | 'gateway' | 'office';
  readonly label: string;
}) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="16" className="fill-surface stroke-edge" strokeWidth="1.2" />
      <g transform="translate(-8 -8) scale(0.8)" className="text-ink">
        <IconShape name={icon} />
      </g>
      <text y="31" textAnchor="middle" className="fill-ink font-semibold text-[11px]">
        {label}
      </text>
    </g>
  );
}
