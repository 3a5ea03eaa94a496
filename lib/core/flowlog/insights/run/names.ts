/** What names mean at one place of a query. */
import type { Column } from '../rows';
import { canonical } from '../syntax/canonical';
import type { Argument, FieldReference } from '../syntax/query';

export class Names<Row> {
  constructor(
    readonly now: number,
    private readonly fieldOf: (field: FieldReference) => Column<Row> | undefined,
    private readonly own: ReadonlyMap<string, Column<Row>> = new Map(),
  ) {}

  /** A field, or a column that the query made and that an expression spells out. */
  resolve(expression: Argument): Column<Row> | undefined {
    const made = this.own.size > 0 ? this.own.get(canonical(expression)) : undefined;
    return made ?? (expression.kind === 'field' ? this.fieldOf(expression) : undefined);
  }

  /** What the query names from here on hides fields of the same name. */
  with(made: Iterable<readonly [string, Column<Row>]>): Names<Row> {
    return new Names(this.now, this.fieldOf, new Map([...this.own, ...made]));
  }
}
