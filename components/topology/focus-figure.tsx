/** The drawing for a phone. */
import type { GaugeBar } from '../flowlog/gauge';
import type { FocusLayout } from './focus-layout';
import { GatewayShape } from './gateway-shape';
import { NodeShape } from './node-shape';
import { SubnetShape } from './subnet-shape';
import { WiresShape } from './wires-shape';

interface FocusFigureProps {
  readonly layout: FocusLayout;
  readonly gauges: ReadonlyMap<string, readonly GaugeBar[]>;
  readonly summary: string;
}

export function FocusFigure({ layout, gauges, summary }: FocusFigureProps) {
  const { width, height, subnets, wires, nodes, gateways } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={summary}
      className="block h-auto w-full"
      style={{ minWidth: width * 0.97 }}
    >
      {subnets.map((subnet) => (
        <SubnetShape key={subnet.of.id} subnet={subnet}>
          <tspan className="fill-vpc font-[550]">VPC </tspan>
          <tspan className="fill-ink-2">{subnet.of.vpcName}</tspan>
        </SubnetShape>
      ))}
      <WiresShape wires={wires} />
      {nodes.map((node) => (
        <NodeShape key={node.of.id} node={node} bars={gauges.get(node.of.id)} />
      ))}
      {gateways.map((gateway) => (
        <GatewayShape key={gateway.kind} gateway={gateway} name={gateway.label} />
      ))}
    </svg>
  );
}
