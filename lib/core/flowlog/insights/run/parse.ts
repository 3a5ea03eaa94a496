/**
 * `parse`: a row that does not match stays, without the extracted fields.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Parse.html
 */
import { invariant } from '../../../assert';
import { matchGlob } from '../glob';
import { compileMatcher } from '../pattern/match';
import { compilePattern } from '../pattern/program';
import type { Parse } from '../syntax/query';
import { toText } from '../value';
import { columnOf } from './evaluate';
import type { Shown, Sink, Slots, Stage } from './sink';

type Extract = (text: string) => readonly (string | null)[] | undefined;

export function planParse<Row>(
  { from, by, names: made }: Parse,
  stage: Stage<Row>,
  slots: Slots,
): { readonly stage: Stage<Row>; readonly sink: (next: Sink<Row>) => Sink<Row> } {
  const { read } = columnOf(from, stage.names);
  const extract = extractor(by);
  const first = slots.length;
  slots.push(...made.map(() => null));
  const shown = made.map(
    (name, index): Shown<Row> => ({
      name,
      column: { kind: 'text', read: () => slots[first + index] ?? null },
    }),
  );
  const names = stage.names.with(shown.map(({ name, column }) => [name, column] as const));
  return {
    stage: { ...stage, names, shown: [...stage.shown, ...shown] },
    sink: (next) => ({
      push: (row) => {
        const value = read(row);
        const found = value === null ? undefined : extract(toText(value));
        for (let i = 0; i < made.length; i++) slots[first + i] = found?.[i] ?? null;
        return next.push(row);
      },
      end: next.end,
    }),
  };
}

function extractor(by: Parse['by']): Extract {
  if (by.kind === 'glob') return (text) => matchGlob(by.texts, text);
  const program = compilePattern(by.pattern);
  invariant(program, 'a pattern that is too large is refused at the door');
  return compileMatcher(program).match;
}
