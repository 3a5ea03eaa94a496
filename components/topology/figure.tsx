/** The network as a picture, rendered on the server: outlines for places, no colour that means an event. */
import type { GaugeBar } from '../flowlog/gauge';
import { type IconName, IconShape } from '../ui/icon';
import { elided } from '../ui/id-text';
import { GATEWAY_RADIUS, type GatewayMark, type Layout, type PlacedVpc, type Point } from './layout';
import { NodeShape } from './node-shape';

/** Below this the smallest text would be under 10.5 pixels: the drawing scrolls instead of shrinking. */
const LEAST_SCALE = 0.915;

interface FigureProps {
  readonly layout: Layout;
  /** Interface id -> its log, for those whose log is shown. */
  readonly gauges: ReadonlyMap<string, readonly GaugeBar[]>;
  readonly summary: string;
}

export function Figure({ layout, gauges, summary }: FigureProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={summary}
      className="mx-auto block h-auto w-full"
      style={{ minWidth: layout.width * LEAST_SCALE, maxWidth: layout.width * 1.2 }}
    >
      {layout.wires.map((wire) => (
        <polyline
          key={points(wire)}
          points={points(wire)}
          className="fill-transparent stroke-edge"
          strokeWidth="1.2"
        />
      ))}
      {layout.vpcs.map((vpc) => (
        <VpcShape key={vpc.of.id} vpc={vpc} gauges={gauges} />
      ))}
      {layout.gateways.map((gateway) => (
        <GatewayShape key={`${gateway.kind} ${gateway.y}`} gateway={gateway} />
      ))}
    </svg>
  );
}

export function points(wire: readonly Point[]): string {
  return wire.map(({ x, y }) => `${x},${y}`).join(' ');
}

function VpcShape({ vpc, gauges }: { readonly vpc: PlacedVpc; readonly gauges: FigureProps['gauges'] }) {
  const { name, cidr } = vpc.of;
  // Measured for Inter at 12 px: enough for the longest name without a canvas to measure on.
  const tab = 62 + name.length * 7.2 + cidr.length * 6.9;
  return (
    <g>
      <rect
        x={vpc.x}
        y={vpc.y}
        width={vpc.width}
        height={vpc.height}
        rx="9"
        className="fill-vpc-fill stroke-vpc"
        strokeWidth="1.4"
      />
      <g transform={`translate(${vpc.x + 14} ${vpc.y - 10})`}>
        <rect
          width={Math.min(tab, vpc.width - 18)}
          height="20"
          rx="5"
          className="fill-surface stroke-vpc"
          strokeWidth="1.4"
        />
        <text x="8" y="14" className="text-[12px]">
          <tspan className="fill-vpc font-[550]">VPC </tspan>
          <tspan className="fill-ink font-semibold">{name} </tspan>
          <tspan className="fill-ink-2 font-mono text-[11.5px]">{cidr}</tspan>
        </text>
      </g>
      {vpc.zones.map((zone) => (
        <g key={zone.of.name}>
          <rect
            x={zone.x}
            y={zone.y}
            width={zone.width}
            height={zone.height}
            rx="6"
            className="fill-transparent stroke-edge"
            strokeWidth="1"
            strokeDasharray="4 3"
          />
          <text x={zone.x + 10} y={zone.y + 17} className="fill-ink-3 text-[11.5px]">
            {zone.of.name}
          </text>
        </g>
      ))}
      {vpc.subnets.map(({ of, x, y, width, height }) => (
        <g key={of.id}>
          <rect
            x={x}
            y={y}
            width={width}
            height={height}
            rx="6"
            className={of.isPublic ? 'fill-pub-fill stroke-pub' : 'fill-pri-fill stroke-pri'}
            strokeWidth="1.2"
          />
          <text x={x + 10} y={y + 18} className="text-[12px]">
            <tspan className="fill-ink font-semibold">{of.name}</tspan>
          </text>
          <text x={x + 10} y={y + 33} className="fill-ink-2 font-mono text-[11.5px]">
            {of.cidr}
          </text>
          <text x={x + width - 10} y={y + 18} textAnchor="end" className="fill-ink-3 text-[11.5px]">
            {of.isPublic ? 'public' : 'private'}
          </text>
        </g>
      ))}
      {vpc.nodes.map((node) => (
        <NodeShape key={node.of.id} node={node} bars={gauges.get(node.of.id)} />
      ))}
    </g>
  );
}

const ICON: Readonly<Record<GatewayMark['kind'], IconName>> = {
  internet: 'globe',
  office: 'office',
  'internet-gateway': 'gateway',
  peering: 'peering',
};

function GatewayShape({ gateway: { kind, label, id, x, y } }: { readonly gateway: GatewayMark }) {
  const onBorder = kind === 'internet-gateway';
  const [name, ...rest] = label.split(' ');
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={GATEWAY_RADIUS} className="fill-surface stroke-edge" strokeWidth="1.2" />
      <g transform="translate(-9 -9) scale(0.9)" className="text-ink">
        <IconShape name={ICON[kind]} />
      </g>
      <text
        x={onBorder ? -GATEWAY_RADIUS - 4 : 0}
        y="34"
        textAnchor="middle"
        className="fill-ink font-semibold text-[12px]"
      >
        {name}
      </text>
      {(rest.length > 0 || kind === 'peering') && (
        <text y="49" textAnchor="middle" className="fill-ink-2 font-mono text-[11.5px]">
          {rest.length > 0 ? rest.join(' ') : elided(id ?? '')}
        </text>
      )}
    </g>
  );
}
