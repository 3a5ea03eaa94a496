/** English with its machine words marked, so that a screen can set ids and addresses in mono and a terminal can print them plain. */

export type Span = string | { readonly code: string } | { readonly strong: string };
export type Prose = readonly Span[];

/** The text alone, for terminals, titles and screen readers. */
export function plain(prose: Prose): string {
  return prose
    .map((span) => (typeof span === 'string' ? span : 'code' in span ? span.code : span.strong))
    .join('');
}

/** Template tag: ``prose`add ${code('10.0.0.0/16')} in ${code('rtb-1')}` ``. */
export function prose(texts: TemplateStringsArray, ...spans: readonly (Span | Prose | number)[]): Prose {
  const parts: Span[] = [];
  texts.forEach((text, i) => {
    if (text !== '') parts.push(text);
    const span = spans[i];
    if (span === undefined) return;
    if (typeof span === 'number') parts.push(String(span));
    else if (Array.isArray(span)) parts.push(...(span as Prose));
    else parts.push(span as Span);
  });
  return parts;
}

export const code = (text: string | number): Span => ({ code: String(text) });
export const strong = (text: string): Span => ({ strong: text });
