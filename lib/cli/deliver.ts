/** `flowtrap simulate --out`: the records as files, laid out as each flow log's destination keeps them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { logEvents } from '@/lib/core/flowlog/delivery/cloudwatch';
import { firehoseText } from '@/lib/core/flowlog/delivery/firehose';
import { parquetFile } from '@/lib/core/flowlog/delivery/parquet';
import { logFiles, logFileText } from '@/lib/core/flowlog/delivery/s3';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { type Log, logsOver } from '@/lib/core/flowlog/scope';
import type { ParsedWorld } from '@/lib/core/simulate/parse-world';
import { groupBy } from '@/lib/core/vpc/index-by';
import type { Network } from '@/lib/core/vpc/network';
import { CliError } from './cli-error';

interface OutFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The paths of the files, one a line. */
export async function deliver(
  folder: string,
  { network, timeline }: Pick<ParsedWorld, 'network' | 'timeline'>,
  records: readonly WrittenRecord[],
): Promise<string> {
  const files = logsOver(network, timeline, undefined).flatMap((log) =>
    filesOf(
      log,
      network,
      records.filter(({ flowLogId }) => flowLogId === log.id),
    ),
  );
  for (const { path, content } of files) {
    const place = join(folder, path);
    try {
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, content);
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
      throw new CliError(`flowtrap simulate: --out \`${place}\` cannot be written: ${reason}`);
    }
  }
  return files.map(({ path }) => `${join(folder, path)}\n`).join('');
}

function filesOf(log: Log, network: Network, records: readonly WrittenRecord[]): readonly OutFile[] {
  const { destination, fields, trafficType, id = 'fl-all' } = log;
  const name = destination.name || id;
  switch (destination.type) {
    case 'cloud-watch-logs': {
      const events = logEvents(records, trafficType);
      const streams = groupBy(events, ({ logStreamName }) => logStreamName);
      return [...streams].map(([stream, own]) => ({
        path: join(name, `${stream}.json`),
        content: `${JSON.stringify({ events: own }, null, 2)}\n`,
      }));
    }
    case 's3': {
      const { ownerId, region } = network;
      return logFiles(records, { ownerId, region, flowLogId: id, destination, fields }).map((file) => ({
        path: join(file.bucket || id, file.key),
        content:
          destination.fileFormat === 'parquet'
            ? new Uint8Array(parquetFile(file.records, fields))
            : gzipSync(logFileText(file, fields)),
      }));
    }
    case 'kinesis-data-firehose':
      return [{ path: `${name}.json`, content: firehoseText(records) }];
  }
}
