/** One interface in a drawing: icon, name, address, and its log at a glance. */
import type { GaugeBar } from '../flowlog/gauge';
import { IconShape } from '../ui/icon';
import type { InterfaceNode } from './drawing';
import { GAUGE_WIDTH, GaugeShape } from './gauge-shape';
import type { Placed } from './layout';

interface NodeShapeProps {
  readonly node: Placed<InterfaceNode>;
  readonly bars: readonly GaugeBar[] | undefined;
}

export function NodeShape({ node: { of, x, y, width, height }, bars }: NodeShapeProps) {
  const isTarget = of.role === 'target';
  const hasIcon = width > 155;
  const textX = hasIcon ? 34 : 10;
  return (
    <g transform={`translate(${x} ${y})`}>
      {isTarget && (
        <rect
          x="-3"
          y="-3"
          width={width + 6}
          height={height + 6}
          rx="9"
          className="fill-transparent stroke-accent"
          strokeOpacity="0.35"
          strokeWidth="2"
        />
      )}
      <rect
        width={width}
        height={height}
        rx="6"
        className={`fill-surface ${isTarget ? 'stroke-accent' : 'stroke-edge'}`}
        strokeWidth={isTarget ? 1.8 : 1}
      />
      {hasIcon && (
        <g transform="translate(10 13) scale(0.8)" className="text-ink-2">
          <IconShape name={of.role === 'client' ? 'desktop' : 'server'} />
        </g>
      )}
      <text x={textX} y="18" className="fill-ink font-semibold text-[12px]">
        {of.name}
      </text>
      <text x={textX} y="33" className="fill-ink-2 font-mono text-[11.5px]">
        {of.address}
      </text>
      {bars && <GaugeShape bars={bars} x={width - GAUGE_WIDTH - 7} y={15} />}
      {isTarget && <TargetTag x={width - 42} />}
    </g>
  );
}

function TargetTag({ x }: { readonly x: number }) {
  return (
    <g transform={`translate(${x} -10)`}>
      <rect width="46" height="17" rx="8.5" className="fill-accent" />
      <text x="23" y="12.2" textAnchor="middle" className="fill-accent-ink font-semibold text-[11px]">
        target
      </text>
    </g>
  );
}
