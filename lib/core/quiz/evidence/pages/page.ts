/** How a page is made of a Snapshot: what there is of its kind, the tables of the console, and what the command line prints. */
import type { Kind } from '../../../ec2/actions/find';
import type { RowOf } from '../../../ec2/actions/rows';
import type { Snapshot } from '../../../ec2/schema/snapshot';
import { nameOf } from '../../../vpc/report';
import type { Account } from '../account';
import type { PageTable, Printed } from '../exhibit';

export interface Named {
  readonly id: string;
  readonly name: string | undefined;
}

export interface Page {
  /** Where its rows stand in a Snapshot; undefined: every account has it. */
  readonly rows: Kind | undefined;
  list(snapshot: Snapshot): readonly Named[];
  /** undefined: the account has no such thing. */
  open(account: Account, id: string): Opened | undefined;
}

export interface Opened {
  readonly tables: readonly PageTable[];
  readonly printed: readonly Printed[];
}

interface PageOf<K extends Kind> {
  readonly rows: K;
  id(row: RowOf<K>): string;
  /** Where the name is not a tag. */
  name?(row: RowOf<K>): string | undefined;
  /** Rows that have a page of their own; all of them when left out. */
  isListed?(row: RowOf<K>): boolean;
  tables(row: RowOf<K>, account: Account): readonly PageTable[];
  printed(row: RowOf<K>, account: Account): readonly Printed[];
}

export function page<K extends Kind>(of: PageOf<K>): Page {
  const rowsIn = (snapshot: Snapshot) =>
    ((snapshot[of.rows] ?? []) as readonly RowOf<K>[]).filter((row) => of.isListed?.(row) ?? true);
  const tagged = (row: RowOf<K>): string | undefined =>
    nameOf((row as { readonly Tags?: readonly { readonly Key: string; readonly Value: string }[] }).Tags);
  return {
    rows: of.rows,
    list: (snapshot) =>
      rowsIn(snapshot).map((row) => ({ id: of.id(row), name: of.name ? of.name(row) : tagged(row) })),
    open(account, id) {
      const row = rowsIn(account.snapshot).find((one) => of.id(one) === id);
      return row && { tables: of.tables(row, account), printed: of.printed(row, account) };
    },
  };
}

/** `aws ec2 describe-nat-gateways --nat-gateway-ids nat-…`, and the rows under the key that it prints. */
export function described(command: string, key: string, rows: readonly unknown[]): Printed {
  return { command: `aws ec2 ${command}`, output: { [key]: rows } };
}

/** The details of one thing, a line for each; what is not set has none. */
export function details(title: string, lines: Readonly<Record<string, unknown>>): PageTable {
  return {
    title,
    columns: ['setting', 'value'],
    rows: Object.entries(lines).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : value;
      return text === undefined || text === '' ? [] : [[name, String(text)]];
    }),
  };
}

export const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
