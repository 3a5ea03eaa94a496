/** The outside as a column of circles, gateways on the VPCs' borders, and the wires between them. Pure. */
import type { Point } from './box';
import type { Drawing, Joint } from './drawing';
import { elbow, type GatewayMark, jointMark, outsideMark, RADIUS } from './gateway-mark';
import { widthOf } from './label';
import type { PlacedVpc } from './vpc-layout';

/** The first circle on a border, and from one to the next. */
export const BORDER = { first: 62, pitch: 66 } as const;
/** From one circle outside to the next, with the two lines under it. */
const PITCH = 78;
/** A wire that ends at a circle's words ends under them. */
const UNDER_WORDS = RADIUS + 36;

export interface Placement {
  readonly gateways: readonly GatewayMark[];
  readonly wires: readonly (readonly Point[])[];
}

/** On the left what leads outside, on the right gateway endpoints. */
export function borderJoints(
  { joints }: Drawing,
  vpcId: string,
): { readonly left: readonly Joint[]; readonly right: readonly Joint[] } {
  const own = joints.filter(({ vpcIds }) => vpcIds.length === 1 && vpcIds[0] === vpcId);
  return {
    left: own.filter(({ kind }) => kind !== 'endpoint'),
    right: own.filter(({ kind }) => kind === 'endpoint'),
  };
}

/** Premises behind a transit gateway of several VPCs stand beside it. */
export function standsBetween({ joints }: Drawing, outsideId: string): boolean {
  const leading = joints.filter(({ outsideIds }) => outsideIds.includes(outsideId));
  return leading.length > 0 && leading.every(({ vpcIds }) => vpcIds.length > 1);
}

export function outsideWidth(drawing: Drawing): number {
  const own = drawing.outside.filter(({ id, behind }) => !standsBetween(drawing, behind ?? id));
  const words = own.flatMap(({ name, address }) => [
    widthOf({ text: name, look: 'name' }),
    widthOf({ text: address, look: 'address' }),
  ]);
  return words.length === 0 ? 0 : Math.max(84, ...words.map(Math.ceil));
}

/** `edgeX`: where the nearest VPC begins. */
export function placeOutside(
  drawing: Drawing,
  vpcs: readonly PlacedVpc[],
  outsideX: number,
  edgeX: number,
): Placement {
  const marks = vpcs.flatMap((vpc) => onBorder(drawing, vpc));
  const leading = new Map(drawing.joints.map((joint) => [joint.id, joint]));
  const doors = (id: string): readonly GatewayMark[] =>
    marks.filter((mark) => leading.get(mark.id)?.outsideIds.includes(id));
  const roots = drawing.outside
    .filter(({ id, behind }) => behind === undefined && !standsBetween(drawing, id))
    .map((node) => ({ node, wanted: Math.min(...doors(node.id).map(({ y }) => y), Number.MAX_SAFE_INTEGER) }))
    .sort((a, b) => a.wanted - b.wanted);
  const gateways: GatewayMark[] = [];
  const wires: (readonly Point[])[] = [];
  let free = BORDER.first;
  for (const { node, wanted } of roots) {
    const y = wanted === Number.MAX_SAFE_INTEGER ? free : Math.max(free, wanted);
    const root = outsideMark(node, { x: outsideX, y });
    gateways.push(root);
    free = y + PITCH;
    for (const door of doors(node.id)) {
      const lane = Math.min(edgeX, door.x) - 80;
      wires.push(
        elbow(
          { x: root.x + RADIUS, y },
          { x: door.x - RADIUS, y: door.y },
          Math.max(lane, root.x + RADIUS + 8),
        ),
      );
    }
    for (const host of drawing.outside.filter(({ behind }) => behind === node.id)) {
      const last = gateways.at(-1) ?? root;
      gateways.push(outsideMark(host, { x: outsideX, y: free }));
      wires.push([
        { x: outsideX, y: last.y + wordsUnder(last) },
        { x: outsideX, y: free - RADIUS },
      ]);
      free += PITCH;
    }
  }
  return { gateways: [...gateways, ...marks], wires };
}

function wordsUnder({ detail }: GatewayMark): number {
  return detail === '' ? UNDER_WORDS - 14 : UNDER_WORDS;
}

function onBorder(drawing: Drawing, vpc: PlacedVpc): readonly GatewayMark[] {
  const { left, right } = borderJoints(drawing, vpc.of.id);
  const at = (x: number, i: number): Point => ({ x, y: vpc.y + BORDER.first + i * BORDER.pitch });
  return [
    ...left.map((joint, i) => jointMark(joint, at(vpc.x, i), 'border-left', '')),
    ...right.map((joint, i) => jointMark(joint, at(vpc.x + vpc.width, i), 'border-right')),
  ];
}
