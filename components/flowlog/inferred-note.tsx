/** What AWS does not document, said where it shows; opens its reason. */
import type { Rule } from '@/lib/core/rules/rule';
import { Mark } from '../ui/mark';

export function InferredNote({
  rules,
  summary,
}: {
  readonly rules: readonly Rule[];
  readonly summary: string;
}) {
  if (rules.length === 0) return null;
  return (
    <details className="rounded-control bg-infer-soft px-3 py-1.5 text-xs">
      <summary className="text-infer">
        <Mark kind="infer" className="mr-1.5 align-[-2px]" />
        <span className="border-infer border-b border-dashed">{summary}</span>
      </summary>
      <ul className="mt-1.5 space-y-1.5 text-ink-2">
        {rules.map(({ id, says, source }) => (
          <li key={id}>
            {says} AWS does not say so in its documentation; it was inferred from{' '}
            <a href={source} className="text-accent underline">
              this page
            </a>
            . No key depends on it.
          </li>
        ))}
      </ul>
    </details>
  );
}
