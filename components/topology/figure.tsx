/** The network as a picture, rendered on the server: outlines for places, no colour that means an event. */
import type { GaugeBar } from '../flowlog/gauge';
import { GatewayShape } from './gateway-shape';
import type { Layout, PlacedVpc } from './layout';
import { NodeShape } from './node-shape';
import { SubnetShape } from './subnet-shape';
import { WiresShape } from './wires-shape';

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
      <WiresShape wires={layout.wires} />
      {layout.vpcs.map((vpc) => (
        <VpcShape key={vpc.of.id} vpc={vpc} gauges={gauges} />
      ))}
      {layout.gateways.map((gateway) => (
        <GatewayShape
          key={`${gateway.kind} ${gateway.y}`}
          gateway={gateway}
          name={gateway.label}
          detail={gateway.detail}
        />
      ))}
    </svg>
  );
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
      {vpc.subnets.map((subnet) => (
        <SubnetShape key={subnet.of.id} subnet={subnet}>
          <tspan className="fill-ink-2 font-mono">{subnet.of.cidr}</tspan>
        </SubnetShape>
      ))}
      {vpc.nodes.map((node) => (
        <NodeShape key={node.of.id} node={node} bars={gauges.get(node.of.id)} />
      ))}
    </g>
  );
}
