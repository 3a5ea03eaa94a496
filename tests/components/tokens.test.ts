/** Contrast of every text colour on every background and tint, in both themes: axe does not judge text inside SVG. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');

const pairs = [...css.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
const light = new Map(pairs.map(([, name = '', value = '']) => [name, value]));
const dark = new Map(pairs.map(([, name = '', , value = '']) => [name, value]));

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, 1.4.3 */
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)].sort((m, n) => n - m) as [number, number];
  return (x + 0.05) / (y + 0.05);
}

const BACKGROUNDS = ['canvas', 'surface', 'sunken', 'raised', 'vpc-fill', 'pub-fill', 'pri-fill'];
const INKS = ['ink', 'ink-2', 'ink-3'];
const SIGNALS = ['accent', 'accept', 'reject', 'none', 'infer'];

const TEXT: readonly (readonly [string, string])[] = [
  ...[...INKS, ...SIGNALS].flatMap((text) => BACKGROUNDS.map((on) => [text, on] as const)),
  ...SIGNALS.map((text) => [text, `${text}-soft`] as const),
  ...INKS.flatMap((text) => SIGNALS.map((signal) => [text, `${signal}-soft`] as const)),
  ['accent-ink', 'accent'],
  ['vpc', 'surface'],
  ['vpc', 'pub-fill'],
  ['vpc', 'pri-fill'],
];

const EDGES: readonly (readonly [string, string])[] = [
  ...['canvas', 'surface', 'sunken', 'vpc-fill', 'pub-fill', 'pri-fill'].map((on) => ['edge', on] as const),
  ['vpc', 'vpc-fill'],
  ['pub', 'pub-fill'],
  ['pri', 'pri-fill'],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s theme', (_theme, tokens) => {
  const of = (name: string): string => tokens.get(name) ?? '#missing';

  it.each(TEXT)('%s is readable on %s', (text, on) => {
    expect(contrast(of(text), of(on))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGES)('%s is seen on %s', (edge, on) => {
    expect(contrast(of(edge), of(on))).toBeGreaterThanOrEqual(3);
  });
});

it('every colour has both its faces, and none stands outside a pair', () => {
  expect(pairs.length).toBeGreaterThan(20);
  expect(css.match(/#[0-9a-f]{3,8}\b/gi)).toHaveLength(2 * pairs.length);
  expect(contrast(light.get('canvas') ?? '', dark.get('canvas') ?? '')).toBeGreaterThan(10);
});
