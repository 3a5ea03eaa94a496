/** What a query shows in the end. */
import type { Column } from '../rows';
import type { Kind, Value } from '../value';
import { columnOf } from './evaluate';
import type { Names } from './names';
import type { Shown, Sink, Stage } from './sink';

export interface Output {
  columns: readonly { readonly name: string; readonly kind: Kind }[];
  readonly rows: (readonly Value[])[];
}

export function outputSink<Row>({ names, shown, display }: Stage<Row>, output: Output): Sink<Row> {
  const columns = withoutRepeats(display ?? (shown.length > 0 ? shown : eventColumns(names)));
  const reads = columns.map(({ column }) => column.read);
  output.columns = columns.map(({ name, column: { kind } }) => ({ name, kind }));
  return {
    push: (row) => {
      output.rows.push(reads.map((read) => read(row)));
      return true;
    },
    end: () => undefined,
  };
}

/** When the query names nothing. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html */
function eventColumns<Row>(names: Names<Row>): readonly Shown<Row>[] {
  return ['@timestamp', '@message'].map((name) => {
    const column: Column<Row> = columnOf({ kind: 'field', name, at: { from: 0, to: 0 } }, names);
    return { name, column };
  });
}

/** Of several columns of one name the last, at the place of the first. */
function withoutRepeats<Row>(shown: readonly Shown<Row>[]): readonly Shown<Row>[] {
  return [...new Map(shown.map((each) => [each.name, each] as const)).values()];
}
