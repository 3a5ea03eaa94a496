/** A word in a drawing and the room that it takes: one place for the shapes that print it and the tests that measure it. Pure. */
import type { Box } from './box';

export interface Label {
  readonly text: string;
  /** The anchor on the base line. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly look: keyof typeof LOOKS;
}

/** Classes, font and size of each kind of word. */
export const LOOKS = {
  name: { className: 'fill-ink font-semibold', font: 'sans', size: 12 },
  vpc: { className: 'fill-vpc font-[550]', font: 'sans', size: 12 },
  word: { className: 'fill-ink-3', font: 'sans', size: 11.5 },
  address: { className: 'fill-ink-2 font-mono', font: 'mono', size: 11.5 },
  tag: { className: 'fill-accent-ink font-semibold', font: 'sans', size: 11 },
  accept: { className: 'fill-accept font-semibold', font: 'sans', size: 11 },
  difference: { className: 'fill-reject font-semibold', font: 'sans', size: 11 },
} as const;

/** Inter at weight 600, measured, in thousandths of an em and rounded up: there is no canvas to measure on. */
const SANS: readonly (readonly [RegExp, number])[] = [
  [/[ijl ]/, 270],
  [/[.,:;]/, 320],
  [/[frt1/]/, 410],
  [/-/, 470],
  [/[mwMW]/, 900],
  [/[A-Z]/, 740],
];
const OTHER_SANS = 640;
/** The widest of the monospaced fonts that we name. */
const MONO = 602;

export function widthOf({ text, look }: Pick<Label, 'text' | 'look'>): number {
  const { font, size } = LOOKS[look];
  const glyphs = [...text].map((glyph) =>
    font === 'mono' ? MONO : (SANS.find(([shape]) => shape.test(glyph))?.[1] ?? OTHER_SANS),
  );
  return (glyphs.reduce((sum, glyph) => sum + glyph, 0) / 1000) * size;
}

/** From cap height to descender. */
export function boxOf(label: Label): Box {
  const width = widthOf(label);
  const { size } = LOOKS[label.look];
  const left = { start: 0, middle: width / 2, end: width }[label.anchor];
  return { x: label.x - left, y: label.y - size * 0.8, width, height: size };
}
