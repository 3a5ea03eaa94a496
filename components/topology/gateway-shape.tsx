/** A gateway, the internet or an office in a drawing: a circle with its icon, and its name under it. */
import { type IconName, IconShape } from '../ui/icon';
import type { GatewayMark } from './gateway-mark';
import { LabelShape } from './label-shape';
import { gatewayLabels } from './labels';

const ICON: Readonly<Record<GatewayMark['kind'], IconName>> = {
  internet: 'globe',
  office: 'office',
  'internet-gateway': 'gateway',
  peering: 'peering',
};

export function GatewayShape({ gateway }: { readonly gateway: GatewayMark }) {
  const { kind, x, y, radius, difference } = gateway;
  const size = radius * 1.06;
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={radius}
        className={`fill-surface ${difference ? 'stroke-reject' : 'stroke-edge'}`}
        strokeWidth={difference ? 1.6 : 1.2}
        strokeDasharray={difference && '4 3'}
      />
      <g
        transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 20})`}
        className={difference ? 'text-ink-3' : 'text-ink'}
      >
        <IconShape name={ICON[kind]} />
      </g>
      {gatewayLabels(gateway).map((label) => (
        <LabelShape key={label.y} label={label} />
      ))}
    </g>
  );
}
