/** `flowtrap simulate`: what can be read at Now, what never comes, and the files of `--out`, which stay in their folder. */
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { file, flowtrap } from '../support/command';
import { C, pair, S, START } from '../support/pair';

const MINUTE = 60_000;
const time = (at: number): string => new Date(START + at).toISOString();

function world(logs: readonly object[], more: object = {}) {
  const { Snapshot, ...rest } = pair();
  const rows = logs.map((row, i) => ({
    FlowLogId: `fl-${i}`,
    ResourceId: 'vpc-1',
    MaxAggregationInterval: 60,
    CreationTime: time(-60 * MINUTE),
    ...row,
  }));
  return file({ ...rest, Snapshot: { ...Snapshot, FlowLogs: rows }, ...more });
}

const GROUP = { LogGroupName: '/vpc/flow' };
const BUCKET = { LogDestinationType: 's3', LogDestination: 'arn:aws:s3:::our-bucket/network/' };
const STREAM = {
  LogDestinationType: 'kinesis-data-firehose',
  LogDestination: 'arn:aws:firehose:eu-central-1:111122223333:deliverystream/ours',
};

/** A folder in a folder of its own: what is written beside it is seen. */
function newFolder(): { readonly around: string; readonly out: string } {
  const around = mkdtempSync(path.join(tmpdir(), 'flowtrap-out-'));
  return { around, out: path.join(around, 'a', 'b') };
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function delivered(document: string, ...options: readonly string[]) {
  const { around, out } = newFolder();
  const ran = await flowtrap(['simulate', document, '--out', out, ...options]);
  expect(ran.code).toBe(0);
  const files = filesIn(around);
  expect(ran.stdout.trim().split('\n').sort()).toEqual([...files].sort());
  return files.map((name) => ({ name: path.relative(out, name), content: readFileSync(name) }));
}

const eventsOf = (
  content: Uint8Array,
): readonly { timestamp: number; message: string; ingestionTime: number }[] =>
  JSON.parse(Buffer.from(content).toString()).events;

describe('the files of --out', () => {
  it('have one stream for an interface that two flow logs of one group cover', async () => {
    const files = await delivered(
      world([GROUP, { ...GROUP, ResourceId: 'subnet-c', LogFormat: '${start}' }]),
    );
    expect(files.map(({ name }) => name).sort()).toEqual([
      `vpc/flow/${C}-all.json`,
      `vpc/flow/${S}-all.json`,
    ]);
    const [client] = files.filter(({ name }) => name.includes(C));
    const events = eventsOf(client?.content ?? new Uint8Array());
    expect(events.map(({ message }) => message.split(' ').length).sort()).toEqual([1, 1, 14, 14]);
    const times = events.map(({ ingestionTime }) => ingestionTime);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('have all traffic in the stream of a log for ACCEPT and one for REJECT', async () => {
    const { Snapshot } = pair();
    const closed = (Snapshot.SecurityGroups ?? []).map((row) =>
      row.GroupId === 'sg-s' ? { ...row, IpPermissions: [] } : row,
    );
    const both = [
      { ...GROUP, TrafficType: 'ACCEPT' },
      { ...GROUP, TrafficType: 'REJECT', ResourceId: 'eni-s' },
    ];
    const traffic = [S, C].map((From, i) => ({
      From,
      To: From === C ? '10.0.2.20' : '10.0.1.10',
      Protocol: 'tcp',
      Port: 443,
      At: time(i * 1000),
    }));
    const { SecurityGroups: _open, ...others } = Snapshot;
    const rows = both.map((row, i) => ({ FlowLogId: `fl-${i}`, ResourceId: 'vpc-1', ...row }));
    const document = file({
      Snapshot: { ...others, SecurityGroups: closed, FlowLogs: rows },
      Traffic: traffic,
    });
    const names = (await delivered(document)).map(({ name }) => name);
    expect(names.sort()).toEqual([`vpc/flow/${C}-accept.json`, `vpc/flow/${S}-all.json`]);
  });

  it('have the messages of two flow logs in one Firehose stream', async () => {
    const files = await delivered(
      world([STREAM, { ...STREAM, ResourceId: 'eni-c', LogFormat: '${action}' }]),
    );
    expect(files.map(({ name }) => name)).toEqual(['ours.json']);
    const text = files[0]?.content.toString() ?? '';
    expect(text.match(/"message"/g)).toHaveLength(6);
    expect(text.match(/"ACCEPT"/g)).toHaveLength(2);
  });

  it('stand side by side in a bucket, each with its own header', async () => {
    const files = await delivered(world([BUCKET, { ...BUCKET, LogFormat: '${srcaddr} ${action}' }]));
    const headers = files.map(({ content }) => gunzipSync(content).toString().split('\n')[0]);
    expect(headers.map((header) => header?.split(' ').length).sort()).toEqual([14, 2]);
  });

  it('say in their header what --format made of their lines', async () => {
    const [text] = await delivered(world([BUCKET]), '--format', '${action} ${srcaddr}');
    const lines = gunzipSync(text?.content ?? new Uint8Array())
      .toString()
      .trim()
      .split('\n');
    expect(lines[0]).toBe('action srcaddr');
    for (const line of lines.slice(1)) expect(line).toMatch(/^ACCEPT 10\.0\.\d\.\d+$/);
  });

  it('have the columns of --format as Parquet, too', async () => {
    const parquet = { ...BUCKET, DestinationOptions: { FileFormat: 'parquet' } };
    const [written] = await delivered(world([parquet]), '--format', '${action} ${srcaddr}');
    const { buffer, byteOffset, byteLength } = written?.content ?? Buffer.alloc(0);
    const rows = await parquetReadObjects({
      file: (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength),
    });
    expect(Object.keys(rows[0] ?? {})).toEqual(['action', 'srcaddr']);
  });
});

describe('a document from a stranger', () => {
  it.each([
    ['a log group above', [{ LogGroupName: '../../x' }]],
    ['a log group that goes down and up', [{ LogGroupName: 'a/../../../x' }]],
    ['a log group that is the folder around', [{ LogGroupName: '..' }]],
    ['a folder of a bucket', [{ ...BUCKET, LogDestination: 'arn:aws:s3:::our-bucket/../../../x/' }]],
    ['an account', [BUCKET], { OwnerId: '../../../../x' }],
    ['a Region', [BUCKET], { Region: '../../../../x' }],
    ['two groups that would be one folder', [GROUP, { LogGroupName: 'vpc/flow' }]],
  ])('writes nowhere outside: %s', async (_what, logs, more: object = {}) => {
    const { around, out } = newFolder();
    const document = JSON.parse(readFileSync(world(logs), 'utf8'));
    Object.assign(document.Snapshot, more);
    const { code, stdout, stderr } = await flowtrap(['simulate', file(document), '--out', out]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/would lead out of the folder|would be one file|Snapshot\./);
    expect(filesIn(around)).toEqual([]);
  });

  it('writes a group with an absolute name inside', async () => {
    const files = await delivered(world([{ LogGroupName: '/tmp/flow' }]));
    expect(files.map(({ name }) => name.split('-')[0])).toEqual(['tmp/flow/eni', 'tmp/flow/eni']);
  });

  it.each([
    ['an empty folder', ['--out', ''], '--out needs the name of a folder'],
    ['--json', ['--out', 'x', '--json'], '--json'],
  ])('is not delivered with %s', async (_what, options, reason) => {
    const { code, stdout, stderr } = await flowtrap(['simulate', world([GROUP]), ...options]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });
});

describe('what cannot be read', () => {
  const failing = (DeliverLogsErrorMessage: string) => ({
    ...GROUP,
    DeliverLogsStatus: 'FAILED',
    DeliverLogsErrorMessage,
  });

  it.each(['Access error', 'Rate limited', 'Unknown error'])('because of: %s', async (error) => {
    for (const more of [{}, { Now: time(60 * MINUTE) }]) {
      const { code, stdout, stderr } = await flowtrap(['simulate', world([failing(error)], more)]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toContain(`\`fl-0\` delivers nothing (${error}): `);
      expect(stderr).not.toContain('not delivered yet');
    }
  });

  it('of one log does not hide the other', async () => {
    const { stdout } = await flowtrap(['simulate', world([failing('Access error'), { ResourceId: C }])]);
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });

  it('because its window is still open is counted', async () => {
    const { stdout, stderr } = await flowtrap(['simulate', world([GROUP], { Now: time(20_000) })]);
    expect(stdout).toBe('');
    expect(stderr).toBe('flowtrap simulate: 4 records are not delivered yet at Now\n');
  });

  it('loses nothing of windows that the traffic begins or ends in', async () => {
    const odd = world([{ CreationTime: time(-30_000) }]);
    const { stdout } = await flowtrap(['simulate', odd]);
    expect(stdout.match(/ OK$/gm)).toHaveLength(4);
  });
});
