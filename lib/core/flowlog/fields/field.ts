/** What is known about one field of a flow log record, as data. */
import { LOG_FIELDS } from '../../ec2/log-fields';
import type { Standing } from '../../rules/rule';
import type { FieldName } from '../record';

export interface Field {
  readonly name: FieldName;
  /** The log version that brought the field. There is no field of version 6: that one is of transit gateway logs. */
  readonly version: 2 | 3 | 4 | 5 | 7 | 8 | 9 | 10 | 11;
  /** What it is in a record; in a text file every field is text. */
  readonly kind: 'text' | 'number';
  /** Its type in a Parquet file. */
  readonly parquet: (typeof LOG_FIELDS)[FieldName];
  readonly means: string;
  /** The only values there are, where the list is closed. */
  readonly values?: readonly string[];
  /** `-` on every record of traffic that enters the interface. */
  readonly egressOnly?: true;
  /** How sure it is that AWS has this field, with this type. */
  readonly standing: Standing;
  readonly source: string;
}

export const RECORDS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html';

type Row = readonly [name: FieldName, means: string, more?: Pick<Field, 'values' | 'egressOnly'>];

/** The fields that came with one version, in AWS's table order. */
export function declareFields(
  origin: Pick<Field, 'version' | 'standing' | 'source'>,
  rows: readonly Row[],
): readonly Field[] {
  return rows.map(([name, means, more]) => ({
    name,
    kind: LOG_FIELDS[name] === 'STRING' ? 'text' : 'number',
    parquet: LOG_FIELDS[name],
    means,
    ...more,
    ...origin,
  }));
}
