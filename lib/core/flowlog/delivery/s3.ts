/**
 * Records as Amazon S3 keeps them: a file for every five minutes, all interfaces of the log in one, its first line the names
 * of the fields. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html
 */
import { spread } from '../../net/spread';
import type { LogDestination } from '../../vpc/flow-log';
import type { FieldName, WrittenRecord } from '../record';

/** Which log of whom. */
export interface LogFiles {
  readonly ownerId: string;
  readonly region: string;
  readonly flowLogId: string;
  readonly destination: LogDestination;
  readonly fields: readonly FieldName[];
}

/** One object of the bucket. `records` are still to be written: as text, packed by gzip, or as Parquet. */
export interface LogFile {
  readonly bucket: string;
  readonly key: string;
  readonly records: readonly WrittenRecord[];
}

/** Milliseconds; a file holds the records whose end lies in its five minutes. */
const FILE_INTERVAL = 300_000;

/** Files in order of time; the 75 MB at which AWS starts another one are never reached here. */
export function logFiles(records: readonly WrittenRecord[], files: LogFiles): readonly LogFile[] {
  const byStart = new Map<number, WrittenRecord[]>();
  for (const one of records) {
    const start = Math.floor((one.record.end * 1000) / FILE_INTERVAL) * FILE_INTERVAL;
    const group = byStart.get(start);
    if (group) group.push(one);
    else byStart.set(start, [one]);
  }
  const [bucket = '', ...folder] = files.destination.name.split('/');
  return [...byStart.entries()]
    .sort(([a], [b]) => a - b)
    .map(([start, own]) => ({ bucket, key: [...folder, keyOf(start, own, files)].join('/'), records: own }));
}

function keyOf(start: number, records: readonly WrittenRecord[], files: LogFiles): string {
  const { ownerId, region, flowLogId, destination } = files;
  const time = new Date(start).toISOString();
  const [year, month, day] = time.slice(0, 10).split('-');
  const stamp = `${time.slice(0, 16).replace(/[-:]/g, '')}Z`;
  const hash = spread(records.map(({ line }) => line).join('\n'))
    .toString(16)
    .padStart(8, '0');
  const ending = destination.fileFormat === 'parquet' ? 'parquet' : 'gz';
  const file = `${ownerId}_vpcflowlogs_${region}_${flowLogId}_${stamp}_${hash}.log.${ending}`;
  const hour = destination.hourlyPartitions ? [time.slice(11, 13)] : [];
  const folders = destination.hivePartitions
    ? [
        `aws-account-id=${ownerId}`,
        'aws-service=vpcflowlogs',
        `aws-region=${region}`,
        `year=${year}`,
        `month=${month}`,
        `day=${day}`,
        ...hour.map((text) => `hour=${text}`),
      ]
    : [ownerId, 'vpcflowlogs', region, year, month, day, ...hour];
  return ['AWSLogs', ...folders, file].join('/');
}

/** The text of a file, before gzip: the header line and one line for each record. */
export function logFileText({ records }: LogFile, fields: readonly FieldName[]): string {
  return `${[fields.join(' '), ...records.map(({ line }) => line)].join('\n')}\n`;
}
