/** Gateways and what is outside as circles, with the side on which their words stand. */
import type { DrawingDifference } from '@/lib/core/quiz/view';
import { elided } from '../ui/elided';
import type { Point } from './box';
import type { Joint, JointKind, OutsideNode, Role } from './drawing';

export interface GatewayMark extends Point {
  readonly id: string;
  readonly kind: JointKind | OutsideNode['kind'];
  readonly radius: number;
  readonly label: string;
  /** An id or address to print under the label; empty where there is none. */
  readonly detail: string;
  readonly difference: DrawingDifference | undefined;
  readonly role: Role;
  /** Under it; outside the border that it stands on, under or over its wire; or at its left. */
  readonly words: 'below' | 'border-left' | 'border-right' | 'above-left' | 'above-right' | 'beside';
}

export const RADIUS = 16;

export function jointMark(
  { id, kind, name, difference, role }: Joint,
  { x, y }: Point,
  words: GatewayMark['words'],
  detail = elided(id),
): GatewayMark {
  return { id, kind, x, y, radius: RADIUS, label: name, detail, difference, role, words };
}

export function outsideMark(
  { id, kind, name, address, difference, role }: OutsideNode,
  { x, y }: Point,
): GatewayMark {
  return { id, kind, x, y, radius: RADIUS, label: name, detail: address, difference, role, words: 'below' };
}

/** Over `via`, a horizontal and a vertical line at a time; straight where both stand on one height. */
export function elbow(from: Point, to: Point, viaX: number): readonly Point[] {
  if (from.y === to.y) return [from, to];
  return [from, { x: viaX, y: from.y }, { x: viaX, y: to.y }, to];
}
