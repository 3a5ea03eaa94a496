/** What a lesson says of a scene, in forms that the engine can check: how a probe ends, what is written, what tools answer. */
import { formatValue } from '../flowlog/insights/format-value';
import { rowsOf } from '../flowlog/insights/record-rows';
import { startQuery } from '../flowlog/insights/run/start-query';
import { parseQuery } from '../flowlog/insights/syntax/parse-query';
import type { WrittenRecord } from '../flowlog/record';
import { logsOver } from '../flowlog/scope';
import { formatRecord } from '../flowlog/text';
import { parseAddress } from '../net/address';
import { type Asked as AskedAnalyzer, askAnalyzer } from '../scenario/ask-analyzer';
import { LOG_LAWS, PACKET_LAWS } from '../scenario/readings';
import type { ConnectionOutcome } from '../simulate/outcome';
import { type Conversation, type PlayedScene, playScene, type ScenePlan } from './scene';

export type Direction = 'in' | 'out';

export interface Claim {
  readonly ends?: ConnectionOutcome | undefined;
  /** Id of the Rule that decides. */
  readonly rule?: string | undefined;
  /** Interface id -> all that it writes, each kind once: `ACCEPT in`, `REJECT out`; an empty list: no traffic. */
  readonly records?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What one record says: of which interface and which way, and the text of its fields. */
  readonly record?: RecordClaim | undefined;
  /** A query of CloudWatch Logs Insights over all records, and its rows as printed. */
  readonly query?: { readonly text: string; readonly rows: readonly (readonly string[])[] } | undefined;
  /** Reachability Analyzer, asked for the same conversation. */
  readonly analyzer?:
    | { readonly reachable: boolean; readonly codes?: readonly string[] | undefined }
    | undefined;
}

export interface RecordClaim {
  readonly interface: string;
  readonly direction: Direction;
  readonly fields: Readonly<Record<string, string>>;
}

/** `inferred`: it holds as we read AWS, and not under another reading of what AWS leaves open. */
export type Checked = { readonly holds: 'always' | 'inferred' } | { readonly reason: string };

/** Under every reading of what AWS leaves open, ours first. */
export function checkClaim(plan: ScenePlan, conversation: Conversation, claim: Claim): Checked {
  const reason = brokenIn(playScene(plan), conversation, claim);
  if (reason !== undefined) return { reason };
  const others = PACKET_LAWS.flatMap((packetLaws) =>
    LOG_LAWS.map((logLaws) => playScene(plan, packetLaws, logLaws)),
  );
  const isSure = others.every((played) => brokenIn(played, conversation, claim) === undefined);
  return { holds: isSure ? 'always' : 'inferred' };
}

function brokenIn(played: PlayedScene, conversation: Conversation, claim: Claim): string | undefined {
  const { ends, rule, records, record, query, analyzer } = claim;
  const { connection, decidedBy, unsent } = played.probe;
  const decides = decidedBy?.step.rule.id ?? unsent?.id;
  if (ends !== undefined && connection !== ends) return `the connection ends as ${connection}, not ${ends}`;
  if (rule !== undefined && decides !== rule) return `${decides ?? 'no rule'} decides, not ${rule}`;
  return (
    (records && wrongRecords(played, records)) ??
    (record && wrongRecord(played, record)) ??
    (query && wrongRows(played, query)) ??
    (analyzer && wrongAnalysis(played, conversation, analyzer))
  );
}

function wrongRecords(played: PlayedScene, claimed: NonNullable<Claim['records']>): string | undefined {
  for (const [id, words] of Object.entries(claimed)) {
    if (!played.world.network.networkInterfaces.has(id)) return `no interface is \`${id}\``;
    const written = kindsAt(played, id);
    if (written.join(', ') !== [...words].sort().join(', '))
      return `${id} writes ${written.join(', ') || 'nothing'}, not ${[...words].sort().join(', ') || 'nothing'}`;
  }
  return undefined;
}

/** `ACCEPT in`, `REJECT out`: every kind of record of traffic at an interface, sorted. */
export function kindsAt({ records }: PlayedScene, interfaceId: string): readonly string[] {
  const own = records.filter((one) => one.interfaceId === interfaceId && one.record.action !== null);
  return [...new Set(own.map(({ record }) => `${record.action} ${directionOf(record)}`))].sort();
}

const directionOf = (record: WrittenRecord['record']): Direction =>
  record['flow-direction'] === 'ingress' ? 'in' : 'out';

/** The first record of an interface that went this way. */
export function recordAt(
  { records }: PlayedScene,
  interfaceId: string,
  direction: Direction,
): WrittenRecord | undefined {
  return records.find(
    (one) =>
      one.interfaceId === interfaceId && one.record.action !== null && directionOf(one.record) === direction,
  );
}

function wrongRecord(played: PlayedScene, claimed: RecordClaim): string | undefined {
  const written = recordAt(played, claimed.interface, claimed.direction);
  if (!written) return `${claimed.interface} writes no record of what goes ${claimed.direction}`;
  for (const [name, value] of Object.entries(claimed.fields)) {
    const own = name in written.record ? formatRecord(written.record, [name]) : undefined;
    if (own !== value) return `${name} is ${own ?? 'no field'}, not ${value}`;
  }
  return undefined;
}

function wrongRows(played: PlayedScene, claimed: NonNullable<Claim['query']>): string | undefined {
  const answer = answerIn(played, claimed.text);
  if ('issue' in answer) return answer.issue;
  const [own, said] = [answer.rows, claimed.rows].map((rows) =>
    rows.map((row) => row.join(' | ')).join('; '),
  );
  return own === said ? undefined : `the query answers ${own || 'no row'}, not ${said || 'no row'}`;
}

export type Rows =
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly issue: string };

/** As the results page prints it. */
export function answerIn({ world, records, to }: PlayedScene, text: string): Rows {
  const door = parseQuery(text);
  if ('issues' in door) return { issue: door.issues.map(({ message }) => message).join('; ') };
  const fields = [...new Set(logsOver(world.network, [], undefined).flatMap((log) => log.fields))];
  const source = {
    record: ({ record }: WrittenRecord) => record,
    message: ({ line }: WrittenRecord) => line,
  };
  const run = startQuery(door.query, rowsOf<WrittenRecord>(fields, source), { now: to });
  for (const record of records) if (!run.push(record)) break;
  const { columns, rows } = run.finish();
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.map((row) =>
      row.map((value, i) => (value === null ? '' : formatValue(value, columns[i]?.kind ?? 'text'))),
    ),
  };
}

function wrongAnalysis(
  played: PlayedScene,
  conversation: Conversation,
  claimed: NonNullable<Claim['analyzer']>,
): string | undefined {
  const asked = analysisOf(played.world, conversation);
  if ('cannot' in asked) return `the analyzer cannot be asked: ${asked.cannot}`;
  const { NetworkPathFound, Explanations = [] } = asked.analysis;
  if (NetworkPathFound !== claimed.reachable)
    return `the analyzer finds ${NetworkPathFound ? 'a path' : 'no path'}`;
  const codes = [...new Set(Explanations.map(({ ExplanationCode }) => ExplanationCode))].sort();
  const said = [...(claimed.codes ?? codes)].sort();
  return codes.join(', ') === said.join(', ')
    ? undefined
    : `the analyzer says ${codes.join(', ') || 'no code'}`;
}

/** The conversation as a question to Reachability Analyzer. */
export function analysisOf(
  world: PlayedScene['world'],
  { from, to, protocol, port }: Conversation,
): AskedAnalyzer {
  return askAnalyzer(world, { id: '', says: '', from, to, server: serverOf(world, to), protocol, port });
}

/** The host that has the address, by itself or behind its gateway. */
function serverOf({ hosts, network }: PlayedScene['world'], to: string): string {
  const address = parseAddress(to);
  if (address === undefined) return to;
  const own = [...network.networkInterfaces.values()].find(({ privateAddresses }) =>
    privateAddresses.some((one) => one.address === address || one.publicAddress === address),
  );
  return (own ? hosts.byInterface.get(own.id) : hosts.byAddress.get(address))?.name ?? to;
}
