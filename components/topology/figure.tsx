/** The network as a picture, rendered on the server: outlines for places, no colour that means an event. */
import type { GaugeBar } from '../flowlog/gauge';
import { GatewayShape } from './gateway-shape';
import { LabelShape } from './label-shape';
import { differenceTag, nodeDifferenceTag, vpcTab } from './labels';
import type { Layout } from './layout';
import { NodeShape } from './node-shape';
import { SubnetShape } from './subnet-shape';
import { TagShape } from './tag-shape';
import type { PlacedVpc } from './vpc-layout';
import { WiresShape } from './wires-shape';

interface FigureProps {
  readonly layout: Layout;
  /** Interface id -> its log, for those whose log is shown. */
  readonly gauges: ReadonlyMap<string, readonly GaugeBar[]>;
  readonly summary: string;
  /** Between these it is drawn to the width; below the first it scrolls instead of shrinking. */
  readonly scale: { readonly least: number; readonly most: number };
}

export function Figure({ layout, gauges, summary, scale }: FigureProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no fieldset
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={summary}
      className="mx-auto block h-auto w-full"
      style={{ minWidth: layout.width * scale.least, maxWidth: layout.width * scale.most }}
    >
      <WiresShape wires={layout.wires} />
      {layout.vpcs.map((vpc) => (
        <VpcShape key={vpc.of.id} vpc={vpc} gauges={gauges} />
      ))}
      {layout.gateways.map((gateway) => (
        <GatewayShape key={`${gateway.kind} ${gateway.y}`} gateway={gateway} />
      ))}
    </svg>
  );
}

function VpcShape({ vpc, gauges }: { readonly vpc: PlacedVpc; readonly gauges: FigureProps['gauges'] }) {
  const { labels, ...tab } = vpcTab(vpc);
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
      <rect {...tab} rx="5" className="fill-surface stroke-vpc" strokeWidth="1.4" />
      {labels.map((label) => (
        <LabelShape key={label.x} label={label} />
      ))}
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
          <LabelShape
            label={{ text: zone.of.name, x: zone.x + 8, y: zone.y + 15, anchor: 'start', look: 'word' }}
          />
        </g>
      ))}
      {vpc.subnets.map((subnet) => (
        <SubnetShape key={subnet.of.id} subnet={subnet} />
      ))}
      {vpc.nodes.map((node) => (
        <NodeShape key={node.of.id} node={node} bars={gauges.get(node.of.id)} />
      ))}
      {/* Over everything else: they lie on borders. */}
      {vpc.subnets.map((subnet) => (
        <TagShape key={subnet.of.id} tag={differenceTag(subnet)} kind="difference" />
      ))}
      {vpc.nodes.map((node) => (
        <TagShape key={node.of.id} tag={nodeDifferenceTag(node)} kind="difference" />
      ))}
    </g>
  );
}
