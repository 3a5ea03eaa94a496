/** An id, address or block in mono. `eni-0d5c…2064` on screen; the middle is there for copying and for screen readers. */
import { idParts } from './elided';

export function IdText({ text }: { readonly text: string }) {
  const parts = idParts(text);
  if (!parts) return <code>{text}</code>;
  const { head, middle, tail } = parts;
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
