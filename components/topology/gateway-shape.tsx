/** A gateway, the internet or an office in a drawing: a circle with its icon, and its name beside it. */
import { type IconName, IconShape } from '../ui/icon';
import type { GatewayMark } from './gateway-mark';
import { LabelShape } from './label-shape';
import { gatewayLabels } from './labels';
import { type Handling, Part } from './part';

const ICON: Readonly<Record<GatewayMark['kind'], IconName>> = {
  internet: 'globe',
  premises: 'office',
  host: 'office',
  vpc: 'server',
  'internet-gateway': 'gateway',
  'egress-only-internet-gateway': 'egress',
  'vpn-gateway': 'tunnel',
  'transit-gateway': 'hub',
  endpoint: 'endpoint',
  peering: 'peering',
};

interface GatewayShapeProps {
  readonly gateway: GatewayMark;
  readonly handling: Handling | undefined;
}

export function GatewayShape({ gateway, handling }: GatewayShapeProps) {
  const { id, x, y, radius, difference, role } = gateway;
  const size = radius * 1.06;
  const isSelected = handling?.selectedId === id;
  const stroke = difference
    ? 'stroke-reject'
    : isSelected || role === 'server'
      ? 'stroke-accent'
      : 'stroke-edge group-hover/part:stroke-accent';
  return (
    <Part id={id} handling={handling}>
      {(isSelected || role === 'server') && (
        <circle
          cx={x}
          cy={y}
          r={radius + 3}
          className="fill-transparent stroke-accent"
          strokeOpacity="0.35"
          strokeWidth="2"
        />
      )}
      <circle
        cx={x}
        cy={y}
        r={radius}
        className={`${isSelected ? 'fill-accent-soft' : 'fill-surface'} ${stroke}`}
        strokeWidth={difference || isSelected ? 1.6 : 1.2}
        strokeDasharray={difference && '4 3'}
      />
      <g
        transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 20})`}
        className={difference ? 'text-ink-3' : 'text-ink'}
      >
        <IconShape name={ICON[gateway.kind]} />
      </g>
      {gatewayLabels(gateway).map((label) => (
        <LabelShape key={label.y} label={label} />
      ))}
    </Part>
  );
}
