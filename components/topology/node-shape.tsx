/** One interface in a drawing: icon, name, address, and its log at a glance. */
import type { GaugeBar } from '../flowlog/gauge';
import { GaugeShape } from '../flowlog/gauge-shape';
import { IconShape } from '../ui/icon';
import type { Placed } from './box';
import type { InterfaceNode } from './drawing';
import { LabelShape } from './label-shape';
import { gaugeAt, hasIcon, nodeLabels, targetTag } from './labels';
import { TagShape } from './tag-shape';

interface NodeShapeProps {
  readonly node: Placed<InterfaceNode>;
  readonly bars: readonly GaugeBar[] | undefined;
}

export function NodeShape({ node, bars }: NodeShapeProps) {
  const { of, x, y, width, height } = node;
  const isTarget = of.role === 'target';
  return (
    <g>
      {isTarget && (
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
        className={`fill-surface ${isTarget ? 'stroke-accent' : 'stroke-edge'}`}
        strokeWidth={isTarget ? 1.8 : 1}
      />
      {hasIcon(node) && (
        <g transform={`translate(${x + 10} ${y + height / 2 - 8}) scale(0.8)`} className="text-ink-2">
          <IconShape name={of.role === 'client' ? 'desktop' : 'server'} />
        </g>
      )}
      {nodeLabels(node).map((label) => (
        <LabelShape key={label.y} label={label} />
      ))}
      {bars && <GaugeShape bars={bars} at={gaugeAt(node)} />}
      {isTarget && <TagShape tag={targetTag(node)} kind="target" />}
    </g>
  );
}
