/** One interface in a drawing: icon, name, addresses, and its log at a glance or its price. */
import type { GaugeBar } from '../flowlog/gauge';
import { GaugeShape } from '../flowlog/gauge-shape';
import { type IconName, IconShape } from '../ui/icon';
import type { Placed } from './box';
import type { InterfaceKind, InterfaceNode } from './drawing';
import { LabelShape } from './label-shape';
import { gaugeAt, hasIcon, nodeLabels, targetTag } from './labels';
import { type Handling, Part } from './part';
import { PricePill } from './price-pill';
import { TagShape } from './tag-shape';

interface NodeShapeProps {
  readonly node: Placed<InterfaceNode>;
  readonly bars: readonly GaugeBar[] | undefined;
  readonly price: number | undefined;
  readonly handling: Handling | undefined;
}

const ICON: Readonly<Record<InterfaceKind, IconName>> = {
  instance: 'server',
  function: 'function',
  'nat-gateway': 'nat',
  'transit-gateway': 'hub',
  endpoint: 'endpoint',
  balancer: 'balancer',
  folded: 'server',
};

export function NodeShape({ node, bars, price, handling }: NodeShapeProps) {
  const { of, x, y, width, height } = node;
  const isTarget = of.role === 'target';
  const isSelected = handling?.selectedId === of.id;
  return (
    <Part id={of.id} handling={handling}>
      {(isTarget || isSelected) && (
        <rect
          x={x - 3}
          y={y - 3}
          width={width + 6}
          height={height + 6}
          rx="9"
          className="fill-transparent stroke-accent"
          strokeOpacity="0.35"
          strokeWidth="2"
        />
      )}
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="6"
        className={`${isSelected ? 'fill-accent-soft' : 'fill-surface'} ${isTarget || isSelected ? 'stroke-accent' : 'stroke-edge group-hover/part:stroke-accent'}`}
        strokeWidth={isTarget || isSelected ? 1.8 : 1}
      />
      {hasIcon(node) && (
        <g transform={`translate(${x + 9} ${y + height / 2 - 8}) scale(0.8)`} className="text-ink-2">
          <IconShape name={of.role === 'client' && of.kind === 'instance' ? 'desktop' : ICON[of.kind]} />
        </g>
      )}
      {nodeLabels(node).map((label) => (
        <LabelShape key={label.y} label={label} />
      ))}
      {bars ? (
        <GaugeShape bars={bars} at={gaugeAt(node)} />
      ) : (
        price !== undefined && <PricePill price={price} at={gaugeAt(node)} />
      )}
      {isTarget && <TagShape tag={targetTag(node)} kind="target" />}
    </Part>
  );
}
