/** An id, address or block in mono. `eni-0d5c…2064` on screen; the middle is there for copying and for screen readers. */

const LONG_ID = /^([a-z]+-[0-9a-f]{4})([0-9a-f]{9,})([0-9a-f]{4})$/;

export function IdText({ text }: { readonly text: string }) {
  const match = LONG_ID.exec(text);
  if (!match) return <code>{text}</code>;
  const [, head, middle, tail] = match;
  return (
    <code title={text}>
      {head}
      <span className="sr-only">{middle}</span>
      <span aria-hidden="true" className="select-none">
        …
      </span>
      {tail}
    </code>
  );
}

/** The same as plain text, for drawings. */
export function elided(text: string): string {
  const match = LONG_ID.exec(text);
  return match ? `${match[1]}…${match[3]}` : text;
}
