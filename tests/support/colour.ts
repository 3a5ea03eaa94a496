/** Colour literals in source text: CSS notations, and classes of Tailwind's own palette, which follow no theme of ours. */

const NOTATION =
  /(?<!href=\{?["'`]|url\()#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/gi;
const PALETTE =
  /\b(?:bg|text|fill|stroke|border|ring|outline|shadow|from|via|to|divide|decoration|accent|caret)-(?:white|black|(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3})\b/g;

/** All of them: first notations, then classes. */
export function findColours(text: string): string[] {
  return [...text.matchAll(NOTATION), ...text.matchAll(PALETTE)].map(([literal]) => literal);
}
