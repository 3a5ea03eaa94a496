/** Changes as AWS CLI lines, one call each, an option a line, with the sign of what is added in front. */
import { Fragment } from 'react';

export function CliLines({ commands }: { readonly commands: readonly (readonly string[])[] }) {
  if (commands.length === 0) return null;
  return (
    <details className="text-xs">
      <summary className="text-accent">
        {commands.length === 1 ? 'As an AWS CLI line' : 'As AWS CLI lines'}
      </summary>
      <div className="mt-1 space-y-1.5">
        {commands.map((pieces) => (
          <pre
            key={pieces.join(' ')}
            className="relative rounded-control bg-sunken py-2 pr-2 pl-6 font-mono text-[11.5px]"
          >
            <span aria-hidden="true" className="absolute left-2.5 select-none font-semibold text-accept">
              +
            </span>
            <code className="whitespace-pre-wrap">
              {pieces.map((piece, i) => (
                <Fragment key={piece}>
                  {i > 0 && ' \\\n  '}
                  <Words text={piece} />
                </Fragment>
              ))}
            </code>
          </pre>
        ))}
      </div>
    </details>
  );
}

/** Where a line is too long for its place it breaks between words, or between the parts of a structure; never in an id. */
function Words({ text }: { readonly text: string }) {
  return text.split(/(?<= )|(?<=[,{])/).map((word, i) => {
    // A command never changes after it was made: the place of a word is its identity.
    const key = i;
    return (
      <Fragment key={key}>
        <span className="whitespace-nowrap">{word.trimEnd()}</span>
        {word.endsWith(' ') ? ' ' : <wbr />}
      </Fragment>
    );
  });
}
