/** `flowtrap simulate --out`: the records as files, laid out as each flow log's destination keeps them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { logStreams } from '@/lib/core/flowlog/delivery/cloudwatch';
import { firehoseText } from '@/lib/core/flowlog/delivery/firehose';
import { parquetFile } from '@/lib/core/flowlog/delivery/parquet';
import { logFiles, logFileText } from '@/lib/core/flowlog/delivery/s3';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import type { Log } from '@/lib/core/flowlog/scope';
import { groupBy } from '@/lib/core/vpc/index-by';
import type { Network } from '@/lib/core/vpc/network';
import { CliError } from './cli-error';
import { reasonOf } from './reason';

interface OutFile {
  /** What the document calls the destination: a name that somebody else chose. */
  readonly destination: string;
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** `records` of these logs, in order. Answers with the paths of the files, one a line. */
export async function deliver(
  folder: string,
  network: Network,
  logs: readonly Log[],
  records: readonly WrittenRecord[],
): Promise<string> {
  if (folder === '') throw new CliError('flowtrap simulate: --out needs the name of a folder');
  const files = placed(folder, layOut(network, logs, records));
  for (const [place, { content }] of files) {
    try {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, content);
    } catch (error) {
      throw new CliError(`flowtrap simulate: --out \`${place}\` cannot be written: ${reasonOf(error)}`);
    }
  }
  return [...files.values()].map(({ path }) => `${join(folder, path)}\n`).join('');
}

/** A document from a stranger names log groups, buckets and folders: none of them may lead anywhere else. */
function placed(folder: string, files: readonly OutFile[]): ReadonlyMap<string, OutFile> {
  const root = resolve(folder);
  const placed = new Map<string, OutFile>();
  for (const file of files) {
    const { destination, path } = file;
    const place = resolve(root, `.${sep}${path}`);
    const isPlain = path.split(/[/\\]/).every((part) => part !== '.' && part !== '..');
    if (!isPlain || !place.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new CliError(`flowtrap simulate: --out: \`${destination}\` would lead out of the folder`);
    const other = placed.get(place);
    if (other)
      throw new CliError(
        `flowtrap simulate: --out: \`${other.destination}\` and \`${destination}\` would be one file`,
      );
    placed.set(place, file);
  }
  return placed;
}

/** What several logs send to one place stands there together. */
function layOut(network: Network, logs: readonly Log[], records: readonly WrittenRecord[]) {
  const shared = groupBy(logs, (log) => `${log.destination.type} ${nameOf(log)}`);
  return [...shared.values()].flatMap((own) => {
    const byId = new Map(own.map((log) => [log.id, log]));
    const theirs = records.filter(({ flowLogId }) => byId.has(flowLogId));
    return theirs.length === 0 ? [] : filesOf(network, byId, theirs);
  });
}

function filesOf(
  network: Network,
  logs: ReadonlyMap<string | undefined, Log>,
  records: readonly WrittenRecord[],
): readonly OutFile[] {
  const [first] = logs.values();
  if (!first) return [];
  const destination = nameOf(first);
  switch (first.destination.type) {
    case 'cloud-watch-logs': {
      const streams = logStreams(records, ({ flowLogId }) => logs.get(flowLogId)?.trafficType ?? 'ALL');
      return [...streams].map(([stream, events]) => ({
        destination,
        path: `${destination}/${stream}.json`,
        content: `${JSON.stringify({ events }, null, 2)}\n`,
      }));
    }
    case 's3':
      return [...logs.values()].flatMap((log) => objectsOf(log, network, records));
    case 'kinesis-data-firehose':
      return [{ destination, path: `${destination}.json`, content: firehoseText(records) }];
  }
}

/** The name of a file in a bucket has the flow log's id: several logs never meet in one. */
function objectsOf(log: Log, { ownerId, region }: Network, records: readonly WrittenRecord[]): OutFile[] {
  const { destination, fields, id = NO_ID } = log;
  const own = records.filter(({ flowLogId }) => flowLogId === log.id);
  return logFiles(own, { ownerId, region, flowLogId: id, destination, fields }).map((file) => ({
    destination: nameOf(log),
    path: `${file.bucket || id}/${file.key}`,
    content:
      destination.fileFormat === 'parquet'
        ? new Uint8Array(parquetFile(file.records, fields))
        : gzipSync(logFileText(file, fields)),
  }));
}

/** The log that stands for none in the document. */
const NO_ID = 'fl-all';

function nameOf({ destination, id = NO_ID }: Log): string {
  return destination.name || id;
}
