/** Which words stand where in a drawing. */
import { GAUGE } from '../flowlog/gauge';
import type { Box, Placed } from './box';
import type { InterfaceNode, Named } from './drawing';
import type { GatewayMark } from './gateway-mark';
import { type Label, widthOf } from './label';
import type { PlacedSubnet, PlacedVpc } from './vpc-layout';

/** A word on a shape of its own. */
export interface Tag extends Box {
  readonly label: Label;
}

/** An icon needs this much room beside name and address. */
const WITH_ICON = 158;
/** Lower than this there is room for a name only. */
const ROW = 30;
const LINE = 15;
export const TARGET = { width: 44, height: 15 } as const;

export function hasIcon({ width, height }: Box): boolean {
  return width >= WITH_ICON && height > ROW;
}

/** The name, and under it the addresses. */
export function nodeLabels(node: Placed<InterfaceNode>): readonly Label[] {
  const x = node.x + (hasIcon(node) ? 32 : 7);
  const { name: text, addresses } = node.of;
  if (node.height <= ROW)
    return [{ text, x, y: node.y + node.height / 2 + 4, anchor: 'start', look: 'name' }];
  const first = node.y + node.height / 2 - (LINE / 2) * addresses.length + 4;
  return [
    { text, x, y: first, anchor: 'start', look: 'name' },
    ...addresses.map(
      (address, i): Label => ({
        text: address,
        x,
        y: first + LINE * (i + 1),
        anchor: 'start',
        look: 'address',
      }),
    ),
  ];
}

/** At the right end of the name, on its line. */
export function gaugeAt(node: Placed<InterfaceNode>): Box {
  const { x, width } = node;
  const line = nodeLabels(node)[0]?.y ?? node.y;
  const y = node.of.role === 'target' && !isTagBeside(node) ? node.y + 6.2 : line - 13;
  return { x: x + width - GAUGE.width - 7, y, width: GAUGE.width, height: GAUGE.height };
}

export function subnetLabels({ of, x, y, width, height, isBlockBeside }: PlacedSubnet): readonly Label[] {
  const name: Label = { text: of.name, x: x + 8, y: y + 17, anchor: 'start', look: 'name' };
  const word: Label = { ...name, text: of.isPublic ? 'public' : 'private', look: 'word' };
  const atEnd = { ...word, x: x + width - 8, anchor: 'end' as const };
  const beside = {
    ...name,
    text: of.cidrs.join(' '),
    x: name.x + widthOf(name) + 5,
    look: 'address' as const,
  };
  const room = atEnd.x - widthOf(word) - 8;
  if (of.cidrs.length === 0)
    return [name, name.x + widthOf(name) <= room ? atEnd : { ...atEnd, y: y + height - 12 }];
  if (isBlockBeside) return [name, beside, atEnd];
  const under = of.cidrs.map(
    (text, i): Label => ({ ...name, text, y: name.y + LINE * (i + 1), look: 'address' }),
  );
  return [name, ...under, atEnd];
}

/** The name of a VPC stands on its border; what else there is to say, where there is room. */
export function vpcTab({ of, x, y, width }: PlacedVpc): Box & { readonly labels: readonly Label[] } {
  const left = x + 14;
  const words: readonly Pick<Label, 'text' | 'look'>[] = [
    { text: 'VPC', look: 'vpc' },
    { text: of.name, look: 'name' },
    ...of.cidrs.map((text) => ({ text, look: 'address' }) as const),
  ];
  const row = (shown: typeof words): readonly Label[] => {
    let at = left + 8;
    return shown.map((word) => {
      const label: Label = { ...word, x: at, y: y + 4, anchor: 'start' };
      at += widthOf(word) + 4;
      return label;
    });
  };
  const around = (shown: typeof words): number => shown.reduce((sum, word) => sum + widthOf(word) + 4, 12);
  const attempts = [words, words.slice(0, 3), words.slice(0, 2), words.slice(1, 2)];
  const shown = attempts.find((some) => around(some) + 28 <= width) ?? words.slice(1, 2);
  return { x: left, y: y - 10, width: around(shown), height: 20, labels: row(shown) };
}

/** On a VPC's border the words stand outside, clear of what is in it. */
export function gatewayLabels(mark: GatewayMark): readonly Label[] {
  const { label, detail, difference, x, y, radius, words: side } = mark;
  const texts: Pick<Label, 'text' | 'look'>[] = [{ text: label, look: 'name' }];
  if (detail !== '') texts.push({ text: detail, look: 'address' });
  if (difference) texts.push({ text: difference.says, look: 'difference' });
  const rows = 14 * (texts.length - 1);
  const at = {
    below: { x, anchor: 'middle', first: y + radius + 15 },
    'above-left': { x: x - 5, anchor: 'end', first: y - radius - 6 - rows },
    'above-right': { x: x + 5, anchor: 'start', first: y - radius - 6 - rows },
    'border-left': { x: x - 6, anchor: 'end', first: y + radius + 13 },
    'border-right': { x: x + 6, anchor: 'start', first: y + radius + 13 },
    beside: { x: x - radius - 7, anchor: 'end', first: y + 4 - rows / 2 },
  } as const;
  const { first, ...place } = at[side];
  return texts.map((text, line) => ({ ...text, ...place, y: first + 14 * line }));
}

function isTagBeside(node: Placed<InterfaceNode>): boolean {
  const address = nodeLabels(node)[1];
  return address !== undefined && address.x + widthOf(address) + TARGET.width + 11 <= node.x + node.width;
}

/** Beside the address where there is room, else on the upper border, in the gap that nodes leave; rows leave none. */
export function targetTag(node: Placed<InterfaceNode>): Tag | undefined {
  const { x, y, width, height } = node;
  if (height <= ROW) return undefined;
  const isBeside = isTagBeside(node);
  const top = isBeside ? (nodeLabels(node)[1]?.y ?? y) - 11.5 : y - 9.5;
  const left = x + width - TARGET.width - (isBeside ? 6 : 4);
  const label: Label = {
    text: 'target',
    x: left + TARGET.width / 2,
    y: top + 11.2,
    anchor: 'middle',
    look: 'tag',
  };
  return { x: left, y: top, ...TARGET, label };
}

/** What differs from the design, on the lower border; `inset`: how much of it lies inside. */
export function differenceTag({ of, x, y, width, height }: Placed<Named>, inset = 8): Tag | undefined {
  if (!of.difference) return undefined;
  const top = y + height - inset;
  const middle = x + width / 2;
  const label: Label = {
    text: of.difference.says,
    x: middle,
    y: top + 12,
    anchor: 'middle',
    look: 'difference',
  };
  const tagWidth = widthOf(label) + 14;
  return { x: middle - tagWidth / 2, y: top, width: tagWidth, height: 17, label };
}

/** A node's tag keeps clear of the address. */
export function nodeDifferenceTag(node: Placed<InterfaceNode>): Tag | undefined {
  return differenceTag(node, 3);
}
