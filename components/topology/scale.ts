/** How large interfaces are drawn: the more there are, the less each one says. Pure. */
import { type Drawing, interfacesOf, type SubnetBox, subnetsOf } from './drawing';
import { widthOf } from './label';

/** How much of an interface is drawn: icon, name and addresses; the same in little; a row; nothing but a count. */
export type Density = 'full' | 'compact' | 'rows';

export interface Scale {
  readonly density: Density;
  readonly node: {
    readonly width: number;
    readonly height: number;
    readonly pitch: number;
    readonly gap: number;
  };
  /** Nodes side by side in a subnet. */
  readonly columns: number;
  /** The height of a subnet's head: its name, and its block beside or under it. */
  readonly head: number;
  readonly isBlockBeside: boolean;
}

/** look.md, section 4: full up to 12 interfaces, compact up to 60, then rows, above 200 a count per subnet. */
const MOST_FULL = 12;
const MOST_COMPACT = 60;
export const MOST_ROWS = 200;
/** In one VPC there is room for wide nodes. */
const WIDTH = { one: 196, several: 176, most: 250 } as const;
const ICON = 34;
const END = 10;
const GAUGE_ROOM = 62;
/** The word target beside an address. */
const TAG_ROOM = 48;
/** More nodes than this in one subnet stand in two columns. */
const MOST_STACKED = 3;

export function scaleOf(drawing: Drawing): Scale {
  const nodes = interfacesOf(drawing);
  const most = Math.max(1, ...subnetsOf(drawing).map(({ subnet }) => subnet.interfaces.length));
  const columns = most > MOST_STACKED ? 2 : 1;
  const density: Density =
    nodes.length <= MOST_FULL ? 'full' : nodes.length <= MOST_COMPACT ? 'compact' : 'rows';
  const lines = density === 'rows' ? 1 : Math.max(2, ...nodes.map(({ addresses }) => 1 + addresses.length));
  const height = density === 'rows' ? 22 : (density === 'full' ? 42 : 38) + 15 * (lines - 2);
  const width = widest(drawing, density, columns);
  const gap = 10;
  const inner = columns * width + (columns - 1) * gap;
  const isBlockBeside = subnetsOf(drawing).every(({ subnet }) => headWidth(subnet) <= inner);
  const blocks = Math.max(...subnetsOf(drawing).map(({ subnet }) => subnet.cidrs.length), 1);
  return {
    density,
    node: { width, height, pitch: height + (density === 'rows' ? 3 : density === 'full' ? 10 : 8), gap },
    columns,
    head: isBlockBeside ? 25 : 24 + 15 * blocks,
    isBlockBeside,
  };
}

/** Wide enough for the longest address, and for the longest name beside its log at a glance. */
function widest(drawing: Drawing, density: Density, columns: number): number {
  const nodes = interfacesOf(drawing);
  const address = Math.max(
    0,
    ...nodes.flatMap(({ addresses }) => addresses.map((text) => widthOf({ text, look: 'address' }))),
  );
  const name = Math.max(0, ...nodes.map(({ name: text }) => widthOf({ text, look: 'name' })));
  const tagged = nodes
    .filter(({ role }) => role === 'target')
    .map(({ addresses: [text = ''] }) => widthOf({ text, look: 'address' }) + TAG_ROOM);
  const room = ICON + END + Math.max(density === 'rows' ? 0 : address, name + GAUGE_ROOM, ...tagged);
  const least = columns > 1 || density !== 'full' ? 160 : drawing.vpcs.length > 1 ? WIDTH.several : WIDTH.one;
  return Math.round(Math.min(WIDTH.most, Math.max(least, room)));
}

/** Name, block and the word public or private on one line. */
function headWidth({ name, cidrs, isPublic }: SubnetBox): number {
  const block = widthOf({ text: cidrs.join(' '), look: 'address' });
  const word = widthOf({ text: isPublic ? 'public' : 'private', look: 'word' });
  return widthOf({ text: name, look: 'name' }) + block + word + 26;
}
