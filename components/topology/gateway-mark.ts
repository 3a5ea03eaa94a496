/** Gateways and what is outside as circles, and the wires between circles and borders. */
import type { DrawingDifference } from '@/lib/core/quiz/view';
import type { Box, Point } from './box';
import type { Joint } from './drawing';

export interface GatewayMark extends Point {
  readonly kind: 'internet' | 'office' | 'internet-gateway' | 'peering';
  readonly radius: number;
  readonly label: string;
  /** An id or address to print under the label; empty where there is none. */
  readonly detail: string;
  readonly difference: DrawingDifference | undefined;
  readonly wordsAbove?: true;
}

export const RADIUS = 16;

export function gatewayAt(
  kind: GatewayMark['kind'],
  { x, y }: Point,
  label: string,
  detail = '',
  radius: number = RADIUS,
): GatewayMark {
  return { kind, x, y, radius, label, detail, difference: undefined };
}

export function jointAt(
  kind: GatewayMark['kind'],
  at: Point,
  { name, difference }: Joint,
  detail: string,
  radius: number = RADIUS,
): GatewayMark {
  return { ...gatewayAt(kind, at, name, detail, radius), difference };
}

/** From the right of one circle to the left of another. */
export function between(left: GatewayMark, right: GatewayMark): readonly Point[] {
  return [
    { x: left.x + left.radius, y: left.y },
    { x: right.x - right.radius, y: right.y },
  ];
}

/** From one VPC's border to a circle, and from there to the other's. */
export function acrossFrom(left: Box, { x, y, radius }: GatewayMark, right: Box): (readonly Point[])[] {
  return [
    [
      { x: left.x + left.width, y },
      { x: x - radius, y },
    ],
    [
      { x: x + radius, y },
      { x: right.x, y },
    ],
  ];
}
