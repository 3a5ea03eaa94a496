/** `flowtrap simulate`: a world's traffic as the flow log it leaves behind. */
import { parseFormat } from '@/lib/core/ec2/log-format';
import type { FieldName, WrittenRecord } from '@/lib/core/flowlog/record';
import { type Log, logsOver } from '@/lib/core/flowlog/scope';
import { writeFlowLog } from '@/lib/core/flowlog/write';
import type { ParsedWorld } from '@/lib/core/simulate/parse-world';
import { type Capture, simulate } from '@/lib/core/simulate/simulate';
import { parseArguments } from './arguments';
import { CliError } from './cli-error';
import { deliver } from './deliver';
import { loadWorld } from './input';

const OPTIONS = {
  format: { type: 'string' },
  interface: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  out: { type: 'string' },
} as const;

export async function runSimulate(args: readonly string[]): Promise<string> {
  const { file, values } = parseArguments('simulate', args, OPTIONS);
  const { out } = values;
  if (values.json && out !== undefined)
    throw new CliError(
      'flowtrap simulate: --json is for what is printed, and --out writes the files of each destination: use one of them',
    );
  const fields = typeof values.format === 'string' ? fieldsOf(values.format) : undefined;
  const world = await loadWorld('simulate', file);
  const wanted = Array.isArray(values.interface) ? values.interface : undefined;
  const unknown = (wanted ?? []).filter((id) => !world.network.networkInterfaces.has(id));
  if (unknown.length > 0) {
    const issues = unknown.map((id) => `flowtrap simulate: --interface \`${id}\` is not in \`${file}\``);
    throw new CliError(issues.join('\n'));
  }
  if (world.traffic.length === 0)
    process.stderr.write(`flowtrap simulate: note: \`${file}\` has no Traffic, so there is nothing to log\n`);
  const capture = simulate(world);
  const logs = logsOver(world.network, world.timeline, fields);
  const written = writeFlowLog(world.network, capture.crossings, {
    ...stretchOf(world, logs, capture),
    isPartial: true,
    natCrossings: capture.natCrossings,
    lost: world.lostRecords,
    timeline: world.timeline,
    ...(fields && { fields }),
    ...(wanted && { interfaceIds: wanted }),
  });
  const records = readable(written, logs, world);
  if (typeof out === 'string') return deliver(out, world.network, logs, records);
  return records.map((record) => `${values.json ? jsonLine(record) : record.line}\n`).join('');
}

/** What somebody who looks at the World's `Now` can read; what is on its way, and what never comes, is told beside. */
function readable(
  written: readonly WrittenRecord[],
  logs: readonly Log[],
  { now = Number.MAX_VALUE }: ParsedWorld,
): readonly WrittenRecord[] {
  for (const { id, deliveryError } of logs) {
    if (deliveryError === undefined) continue;
    const lost = written.filter(({ flowLogId }) => flowLogId === id).length;
    tell(`\`${id}\` delivers nothing (${deliveryError}): ${countOf(lost)} lost`);
  }
  const late = written.filter(({ deliveredAt }) => deliveredAt > now && Number.isFinite(deliveredAt)).length;
  if (late > 0) tell(`${countOf(late)} not delivered yet at Now`);
  return written.filter(({ deliveredAt }) => deliveredAt <= now);
}

function tell(message: string): void {
  process.stderr.write(`flowtrap simulate: ${message}\n`);
}

function countOf(records: number): string {
  return records === 1 ? '1 record is' : `${records === 0 ? 'no' : records} records are`;
}

function fieldsOf(format: string): readonly FieldName[] {
  const door = parseFormat(format);
  if ('issue' in door) throw new CliError(`flowtrap simulate: ${door.issue}`);
  return door.fields;
}

/** From the first minute of traffic until somebody looks, in whole windows of both lengths. */
function stretchOf(
  { now }: ParsedWorld,
  logs: readonly Log[],
  { crossings }: Capture,
): { readonly from: number; readonly to: number } {
  const longest = 600_000;
  const first = crossings[0]?.at;
  const last = crossings.at(-1)?.at;
  // Nothing is written before there is traffic.
  if (first === undefined || last === undefined) return { from: 0, to: 0 };
  const isLong = logs.some(({ maxAggregationInterval }) => maxAggregationInterval > 60);
  const unit = isLong ? longest : 60_000;
  const from = Math.floor(first / unit) * unit;
  return { from, to: now ?? Math.floor(last / unit) * unit + unit };
}

function jsonLine({ interfaceId, record, line }: WrittenRecord): string {
  return JSON.stringify({ interfaceId, record, line });
}
