/** English with its machine words in mono; long ids are elided in the middle, whole in the title and when copied. */
import { Fragment } from 'react';
import type { Prose } from '@/lib/core/explain/prose';
import { IdText } from './id-text';

export function ProseText({ prose }: { readonly prose: Prose }) {
  return prose.map((span, i) => {
    // A sentence never changes after it was written: the place of a span is its identity.
    const key = i;
    if (typeof span === 'string') return <Fragment key={key}>{span}</Fragment>;
    if ('strong' in span)
      return (
        <strong key={key} className="whitespace-nowrap font-semibold text-ink">
          {span.strong}
        </strong>
      );
    return <IdText key={key} text={span.code} />;
  });
}
