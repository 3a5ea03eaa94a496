/** What lies on the table before anything is opened, for every kind of question: facts, a stretch of log, rules. */
import { assertNever } from '../assert';
import { changeSentence } from '../explain/change';
import { code, type Prose, prose } from '../explain/prose';
import { DEFAULT_FIELDS } from '../flowlog/fields';
import type { FieldName } from '../flowlog/record';
import { formatInto } from '../flowlog/text';
import { formatAddress } from '../net/address';
import { STRETCH } from '../scenario/attempt';
import { configurationShown } from '../scenario/evidence';
import { addressOf } from '../scenario/exposure-case';
import type { FaultCase } from '../scenario/fault-case';
import { ends } from '../scenario/intent-path';
import type { MissingRecordCase } from '../scenario/missing-record-case';
import { openWorld } from '../scenario/open-world';
import { OUR_READING } from '../scenario/readings';
import type { SessionCase } from '../scenario/session-case';
import { runWorld } from '../scenario/symptom';
import { play } from '../scenario/trial';
import type { Network } from '../vpc/network';
import { tablesOf } from './configuration-table';
import { explanations } from './evidence/suspects';
import { flowLogView } from './flow-log-view';
import type { FillInQuestion } from './kinds/fill-in';
import type { KeepOutQuestion } from './kinds/what-keeps-out';
import type { WhichLayerQuestion } from './kinds/which-layer';
import type { Question } from './question';
import type { Fact, HiddenRecordView, Shown } from './question-view';
import type { ConfigurationTable } from './view';

const NOTHING: Shown = { facts: [], log: undefined, record: undefined, configuration: [] };

export function shownOf(question: Question): Shown {
  switch (question.kind) {
    case 'which-layer':
      return ofLayer(question);
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
      return ofFault(question.case);
    case 'what-tools-show':
      // The log is half of what is asked.
      return { ...ofFault(question.case), log: undefined };
    case 'which-log-call':
      return ofFault(question.case, true);
    case 'which-evidence-next':
      // Only the ticket is known.
      return { ...NOTHING, facts: explanations(question.case, question.suspects) };
    case 'two-worlds': {
      const shown = ofFault(question.case);
      return { ...shown, facts: [...shown.facts, ...explanations(question.case, question.worlds)] };
    }
    case 'impossible-record':
    case 'what-record-tells':
      return NOTHING;
    case 'missing-record':
      return ofMissingRecord(question.case);
    case 'what-becomes-of-it':
      return ofSession(question.case);
    case 'fill-in':
      return { ...NOTHING, record: hiddenRecordOf(question) };
    case 'what-keeps-out':
      return ofExposure(question);
    case 'which-tool':
      return NOTHING;
    default:
      return assertNever(question);
  }
}

function ofLayer({ scenario, evidence }: WhichLayerQuestion): Shown {
  const { world, capture } = runWorld(scenario.world);
  const { flowLogId, targetInterfaceId: targetId, neighbourInterfaceId: neighbourId } = scenario.design.parts;
  return {
    ...NOTHING,
    log: flowLogView({
      world,
      capture,
      flowLogId,
      stretch: scenario,
      targetId,
      neighbourId,
      withSettings: true,
    }),
    configuration: configurationShown(evidence.signature).flatMap((kind) =>
      tablesOf(world.network, kind, targetId),
    ),
  };
}

/** The log at the interface that the ticket is about; whether it is the log that fails has to be found out. */
function ofFault({ path, world, stretch, fault }: FaultCase, isAboutLog = false): Shown {
  const { client, server } = ends(path);
  const target = server ?? client;
  const row = path.design.world.Snapshot.FlowLogs?.find(
    ({ ResourceId }) => ResourceId === target?.subnet.vpc.id,
  );
  const readAt: Fact = { label: 'Read at', value: moment(Date.parse(world.Now ?? '')) };
  if (!target || !row) return { ...NOTHING, facts: [readAt] };
  const trial = play(world, OUR_READING.packetLaws);
  const failsItself = fault.symptom === 'log-silent' || fault.symptom === 'log-misleads';
  return {
    ...NOTHING,
    facts: [readAt],
    log: flowLogView({
      world: trial.world,
      capture: trial.capture,
      flowLogId: row.FlowLogId,
      stretch,
      targetId: target.id,
      withSettings: isAboutLog || !failsItself,
    }),
  };
}

function ofMissingRecord({ world, row, interfaceId, packet, direction, at, now }: MissingRecordCase): Shown {
  const { source, destination, sourcePort, destinationPort } = packet;
  const trial = play(world, OUR_READING.packetLaws);
  const from = Math.floor(at / STRETCH) * STRETCH;
  const setting = (label: string, value: string | number | undefined): readonly Fact[] =>
    value === undefined ? [] : [{ label, value: [code(value)] }];
  return {
    ...NOTHING,
    facts: [
      {
        label: 'Looked for',
        value: prose`${code(`${formatAddress(source)}:${sourcePort}`)} to ${code(`${formatAddress(destination)}:${destinationPort}`)}, ${direction}`,
      },
      { label: 'At', value: [code(interfaceId)] },
      { label: 'Would have passed at', value: moment(at) },
      { label: 'Read at', value: moment(now) },
      ...setting('FlowLogId', row.FlowLogId),
      ...setting('ResourceId', row.ResourceId),
      ...setting('TrafficType', row.TrafficType),
      ...setting('CreationTime', row.CreationTime),
      ...setting('MaxAggregationInterval', row.MaxAggregationInterval),
      ...setting('LogDestinationType', row.LogDestinationType),
      ...setting('DeliverLogsStatus', row.DeliverLogsStatus),
      ...setting('DeliverLogsErrorMessage', row.DeliverLogsErrorMessage),
    ],
    log: flowLogView({
      world: trial.world,
      capture: trial.capture,
      flowLogId: row.FlowLogId,
      stretch: { from, to: from + STRETCH },
      targetId: interfaceId,
      withSettings: true,
    }),
  };
}

/** The rules at the server before the change: whether the session is tracked shows in them. */
function ofSession({ path, world, moment: at, changes }: SessionCase): Shown {
  const { from, server, port } = path.intent;
  return {
    ...NOTHING,
    facts: [
      { label: 'Session', value: prose`${from} to ${server}, tcp ${port}` },
      { label: 'At', value: moment(at) },
      ...changes.map((change): Fact => ({ label: 'Change', value: changeSentence(change) })),
    ],
    configuration: rulesAt(openWorld(world).network, ends(path).server?.id),
  };
}

/** The record as its log prints it, but for one field. */
export function hiddenRecordOf({
  record: { interfaceId, record },
  hidden,
}: FillInQuestion): HiddenRecordView {
  const names: readonly FieldName[] = [...DEFAULT_FIELDS, 'tcp-flags', 'flow-direction'];
  const values = formatInto(record, names).split(' ');
  const fields = names.map((name, i) => ({ name, value: name === hidden ? '?' : (values[i] ?? '-') }));
  return { interfaceId, hidden, fields };
}

function ofExposure({ case: { hostile, design, world } }: KeepOutQuestion): Shown {
  const [targetId] = world.Hosts?.find(({ Name }) => Name === hostile.server)?.NetworkInterfaceIds ?? [];
  return {
    ...NOTHING,
    facts: [
      {
        label: 'To keep out',
        value: prose`${code(addressOf(design, hostile.from) ?? hostile.from)} to ${hostile.server}, tcp ${hostile.port}`,
      },
      ...design.intents.map(({ says }): Fact => ({ label: 'Must pass', value: [says] })),
    ],
    configuration: rulesAt(openWorld(world).network, targetId),
  };
}

function rulesAt(network: Network, interfaceId: string | undefined): readonly ConfigurationTable[] {
  if (interfaceId === undefined) return [];
  return (['security-group', 'network-acl'] as const).flatMap((kind) => tablesOf(network, kind, interfaceId));
}

/** `2026-03-02 10:15:07 UTC` */
function moment(time: number): Prose {
  return [`${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`];
}
