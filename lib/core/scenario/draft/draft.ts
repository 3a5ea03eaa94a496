/** A Snapshot under construction: rows as `describe-*` prints them, their ids drawn, each added by the file of its noun. */
import type { Snapshot } from '../../ec2/schema/snapshot';
import type { Random } from '../random';

/** One row of a kind, as a Snapshot holds it. */
export type Row<K extends keyof Snapshot> = NonNullable<Snapshot[K]> extends readonly (infer R)[] ? R : never;

type Rows = { [K in keyof Snapshot & string]?: Row<K>[] };

export const OWNER_ID = '111122223333';
export const REGION = 'eu-central-1';

/** Lives as long as one blueprint draws; everything that is added stands in the order of adding. */
export class Draft {
  readonly #rows: Record<string, unknown[]> = {};
  readonly #ids: Random;

  constructor(random: Random) {
    this.#ids = random.fork('ids');
  }

  /** `eni-0…`, as EC2 writes ids: sixteen hexadecimal digits behind a zero. */
  id(prefix: string): string {
    return `${prefix}-0${this.#ids.hex(16)}`;
  }

  add<K extends keyof Rows & string>(kind: K, row: Row<K>): Row<K> {
    const rows = this.#rows[kind] ?? [];
    rows.push(row);
    this.#rows[kind] = rows;
    return row;
  }

  rows<K extends keyof Rows & string>(kind: K): readonly Row<K>[] {
    return (this.#rows[kind] ?? []) as readonly Row<K>[];
  }

  /** Puts a changed row in the place of one that was added before. */
  replace<K extends keyof Rows & string>(kind: K, old: Row<K>, row: Row<K>): void {
    this.#rows[kind] = this.rows(kind).map((other) => (other === old ? row : other));
  }

  snapshot(): Snapshot {
    return { Region: REGION, OwnerId: OWNER_ID, ...(this.#rows as Partial<Snapshot>) };
  }
}

export const nameTag = (name: string) => [{ Key: 'Name', Value: name }];
