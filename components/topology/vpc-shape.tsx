/** A VPC in a drawing, with all that stands in it. */

import type { LogGlance } from '../flowlog/gauge';
import { LabelShape } from './label-shape';
import { differenceTag, nodeDifferenceTag, vpcTab } from './labels';
import { NodeShape } from './node-shape';
import { type Handling, Part } from './part';
import { SubnetShape } from './subnet-shape';
import { TagShape } from './tag-shape';
import type { PlacedVpc } from './vpc-layout';

interface VpcShapeProps {
  readonly vpc: PlacedVpc;
  readonly glances: Readonly<Record<string, LogGlance>>;
  readonly prices: Readonly<Record<string, number>>;
  readonly handling: Handling | undefined;
}

export function VpcShape({ vpc, glances, prices, handling }: VpcShapeProps) {
  return (
    <g>
      <Part id={vpc.of.id} handling={handling}>
        <VpcFrame vpc={vpc} isSelected={handling?.selectedId === vpc.of.id} />
      </Part>
      {vpc.zones.map((zone) => (
        <g key={zone.of.name} className="pointer-events-none">
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
        <SubnetShape key={subnet.of.id} subnet={subnet} handling={handling} />
      ))}
      {vpc.nodes.map((node) => (
        <NodeShape
          key={node.of.id}
          node={node}
          bars={glances[node.of.id]?.bars}
          price={prices[node.of.id]}
          handling={handling}
        />
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

function VpcFrame({ vpc, isSelected }: { readonly vpc: PlacedVpc; readonly isSelected: boolean }) {
  const { labels, ...tab } = vpcTab(vpc);
  const stroke = isSelected ? 'stroke-accent' : 'stroke-vpc group-hover/part:stroke-accent';
  return (
    <>
      <rect
        x={vpc.x}
        y={vpc.y}
        width={vpc.width}
        height={vpc.height}
        rx="9"
        className={`fill-vpc-fill ${stroke}`}
        strokeWidth={isSelected ? 1.8 : 1.4}
      />
      <rect {...tab} rx="5" className={`fill-surface ${stroke}`} strokeWidth="1.4" />
      {labels.map((label) => (
        <LabelShape key={label.x} label={label} />
      ))}
    </>
  );
}
