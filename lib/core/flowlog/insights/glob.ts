/**
 * The glob of `parse`: text with `*` for what is to be extracted.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
 */

/** `[*] *` -> `['[', '] ', '']`: the texts around the wildcards. */
export function parseGlob(text: string): readonly string[] {
  return text.split('*');
}

/**
 * What the wildcards stand for: each as little as possible, but the last one everything when nothing follows it.
 * The glob may begin anywhere. `undefined` where it does not match; one pass, whatever the text.
 */
export function matchGlob(texts: readonly string[], text: string): readonly string[] | undefined {
  const [head = '', ...tails] = texts;
  const start = text.indexOf(head);
  if (start < 0) return undefined;
  const found: string[] = [];
  let from = start + head.length;
  for (const [index, tail] of tails.entries()) {
    const isLast = index === tails.length - 1;
    const to = tail === '' && isLast ? text.length : text.indexOf(tail, from);
    if (to < 0) return undefined;
    found.push(text.slice(from, to));
    from = to + tail.length;
  }
  return found;
}
