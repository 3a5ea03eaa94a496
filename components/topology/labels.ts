/** Which words stand where in a drawing. */
import { GAUGE } from '../flowlog/gauge';
import type { Box, Placed } from './box';
import type { InterfaceNode, Named, SubnetBox } from './drawing';
import type { GatewayMark } from './gateway-mark';
import { type Label, widthOf } from './label';
import type { PlacedVpc } from './vpc-layout';

/** A word on a shape of its own. */
export interface Tag extends Box {
  readonly label: Label;
}

/** An icon needs this much room beside name and address. */
const WITH_ICON = 160;

export function hasIcon({ width }: Box): boolean {
  return width >= WITH_ICON;
}

export function nodeLabels(node: Placed<InterfaceNode>): readonly Label[] {
  const x = node.x + (hasIcon(node) ? 34 : 7);
  const y = node.y + node.height / 2;
  return [
    { text: node.of.name, x, y: y - 3.5, anchor: 'start', look: 'name' },
    { text: node.of.address, x, y: y + 11.5, anchor: 'start', look: 'address' },
  ];
}

/** At the right end of the name, on its line. */
export function gaugeAt({ x, y, width, height }: Box): Box {
  const { width: gaugeWidth, height: gaugeHeight } = GAUGE;
  return { x: x + width - gaugeWidth - 7, y: y + height / 2 - 13, width: gaugeWidth, height: gaugeHeight };
}

export function subnetLabels({ of, x, y, width, height }: Placed<SubnetBox>): readonly Label[] {
  const name: Label = { text: of.name, x: x + 8, y: y + 16, anchor: 'start', look: 'name' };
  const word: Label = { ...name, text: of.isPublic ? 'public' : 'private', look: 'word' };
  const fits = widthOf(name) + widthOf(word) + 20 <= width;
  const labels = [
    name,
    { ...word, x: x + width - 8, y: fits ? name.y : y + height - 12, anchor: 'end' as const },
  ];
  return of.cidr === '' ? labels : [...labels, { ...name, text: of.cidr, y: y + 31, look: 'address' }];
}

/** The name of a VPC stands on its border; what it is is said where there is room for both. */
export function vpcTab({ of, x, y, width }: PlacedVpc): Box & { readonly labels: readonly Label[] } {
  const left = x + 10;
  const words: readonly Pick<Label, 'text' | 'look'>[] = [
    { text: 'VPC', look: 'vpc' },
    { text: of.name, look: 'name' },
    ...(of.cidr === '' ? [] : [{ text: of.cidr, look: 'address' } as const]),
  ];
  const row = (shown: typeof words): readonly Label[] => {
    let at = left + 8;
    return shown.map((word) => {
      const label: Label = { ...word, x: at, y: y + 4, anchor: 'start' };
      at += widthOf(word) + 3;
      return label;
    });
  };
  const widthAround = (shown: typeof words): number =>
    shown.reduce((sum, word) => sum + widthOf(word) + 3, 13);
  const shown = widthAround(words) + 18 <= width ? words : words.slice(1);
  return { x: left, y: y - 10, width: widthAround(shown), height: 20, labels: row(shown) };
}

/** On a VPC's border the words stand outside, clear of what is in it. */
export function gatewayLabels(mark: GatewayMark): readonly Label[] {
  const { kind, label, detail, difference, x, y, radius } = mark;
  const isOnBorder = kind === 'internet-gateway';
  const at = { x: isOnBorder ? x - 5 : x, y: 0, anchor: isOnBorder ? 'end' : 'middle' } as const;
  const words: Label[] = [{ ...at, text: label, look: 'name' }];
  if (detail !== '') words.push({ ...at, text: detail, look: 'address' });
  if (difference) words.push({ ...at, text: difference.says, look: 'difference' });
  const first = mark.wordsAbove ? y - radius - 6 - 14 * (words.length - 1) : y + radius + 15;
  return words.map((word, line) => ({ ...word, y: first + 14 * line }));
}

/** On the upper border, in the gap that nodes leave. */
export function targetTag({ x, y, width }: Box): Tag {
  const label: Label = { text: 'target', x: x + width - 26, y: y + 2, anchor: 'middle', look: 'tag' };
  return { x: label.x - 22, y: y - 9, width: 44, height: 15, label };
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
  return differenceTag(node, 5);
}
