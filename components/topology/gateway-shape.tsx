/** A gateway, the internet or an office in a drawing: a circle with its icon, and its name under it. */
import { type IconName, IconShape } from '../ui/icon';
import { GATEWAY_RADIUS, type GatewayMark } from './layout';

const ICON: Readonly<Record<GatewayMark['kind'], IconName>> = {
  internet: 'globe',
  office: 'office',
  'internet-gateway': 'gateway',
  peering: 'peering',
};

interface GatewayShapeProps {
  readonly gateway: Pick<GatewayMark, 'kind' | 'x' | 'y'>;
  readonly name: string;
  /** An id or address, in mono under the name. */
  readonly detail?: string | undefined;
}

export function GatewayShape({ gateway: { kind, x, y }, name, detail }: GatewayShapeProps) {
  // On the border the name stands outside the VPC, clear of what is in it.
  const nameX = kind === 'internet-gateway' ? -GATEWAY_RADIUS - 4 : 0;
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={GATEWAY_RADIUS} className="fill-surface stroke-edge" strokeWidth="1.2" />
      <g transform="translate(-9 -9) scale(0.9)" className="text-ink">
        <IconShape name={ICON[kind]} />
      </g>
      <text x={nameX} y="34" textAnchor="middle" className="fill-ink font-semibold text-[12px]">
        {name}
      </text>
      {detail && (
        <text y="49" textAnchor="middle" className="fill-ink-2 font-mono text-[11.5px]">
          {detail}
        </text>
      )}
    </g>
  );
}
