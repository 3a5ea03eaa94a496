/**
 * A file of records as Parquet: AWS's own type for each field, nothing where the text file has `-`.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { parquetWriteBuffer } from 'hyparquet-writer';
import { fieldNamed } from '../fields';
import type { FieldName, WrittenRecord } from '../record';

/** Column names are field names with `_`, as Athena's table expects them. */
export function parquetFile(records: readonly WrittenRecord[], fields: readonly FieldName[]): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: fields.map((name) => {
      const type = TYPES[fieldNamed(name)?.parquet ?? 'STRING'];
      const data = records.map(({ record }) => cell(record[name], type));
      return { name: name.replaceAll('-', '_'), data, type, nullable: true };
    }),
  });
}

const TYPES = { STRING: 'STRING', INT_32: 'INT32', INT_64: 'INT64' } as const;

/** Parquet's 64-bit integers are bigints to the writer. */
function cell(value: string | number | null, type: (typeof TYPES)[keyof typeof TYPES]) {
  if (value === null) return null;
  return type === 'INT64' ? BigInt(value) : value;
}
