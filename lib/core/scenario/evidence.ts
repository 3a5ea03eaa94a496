/** What a learner is shown of a case: the symptom, the target's log, and the rules that the log cannot tell apart. */

import type { LogLaws } from '../flowlog/log-laws';
import type { WrittenRecord } from '../flowlog/record';
import { writeFlowLog } from '../flowlog/write';
import type { ConnectionOutcome } from '../simulate/outcome';
import type { World } from '../simulate/world';
import type { Reading } from './readings';
import type { Parts } from './ssh-design';
import { type Run, runIntent } from './symptom';

/** How the failing traffic shows at the target; decides which rules and routes belong to the exhibit. */
export type Signature =
  | 'silent'
  | 'rejected-in'
  | 'answer-rejected'
  | 'refused'
  | 'unanswered'
  | 'established';

export type ConfigurationKind = 'security-group' | 'network-acl' | 'route-table';

export interface Evidence {
  readonly connection: ConnectionOutcome;
  readonly dialled: string;
  /** Records of the intent at the target's interface, NODATA left out. */
  readonly records: readonly WrittenRecord[];
  readonly signature: Signature;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function evidenceOf(world: World, parts: Parts, stretch: Stretch, reading: Reading): Evidence {
  return evidenceIn(runIntent(world, reading.packetLaws), parts, stretch, reading.logLaws);
}

/** What one run left behind: how it is written down does not change what was played. */
export function evidenceIn(
  run: Run,
  { targetInterfaceId }: Parts,
  stretch: Stretch,
  laws: LogLaws,
): Evidence {
  const written = writeFlowLog(run.world.network, run.capture.crossings, {
    ...stretch,
    laws,
    interfaceIds: [targetInterfaceId],
  });
  const records = written.filter(({ record }) => record['log-status'] === 'OK');
  const { connection, dialled } = run;
  return { connection, dialled, records, signature: signatureOf(connection, records) };
}

function signatureOf(connection: ConnectionOutcome, records: readonly WrittenRecord[]): Signature {
  const shows = (direction: 'ingress' | 'egress', action: 'ACCEPT' | 'REJECT'): boolean =>
    records.some(({ record }) => record['flow-direction'] === direction && record.action === action);
  if (records.length === 0) return 'silent';
  if (connection === 'established') return 'established';
  if (shows('ingress', 'REJECT')) return 'rejected-in';
  if (shows('egress', 'REJECT')) return 'answer-rejected';
  return connection === 'refused' ? 'refused' : 'unanswered';
}

/** What the exhibit must add to the log, because the log alone cannot tell the layers apart. */
export function configurationShown(signature: Signature): readonly ConfigurationKind[] {
  switch (signature) {
    case 'rejected-in':
      return ['security-group', 'network-acl'];
    case 'unanswered':
      return ['route-table'];
    default:
      return [];
  }
}

/** All that is shown, as one text: two worlds with the same text cannot be told apart by looking. */
export function exhibitText(world: World, parts: Parts, evidence: Evidence): string {
  const { connection, dialled, records, signature } = evidence;
  const rows = configurationShown(signature).map((kind) => rowShown(world, parts, kind));
  return JSON.stringify([connection, dialled, records.map(({ line }) => line), rows]);
}

function rowShown({ Snapshot }: World, parts: Parts, kind: ConfigurationKind): unknown {
  switch (kind) {
    case 'security-group':
      return Snapshot.SecurityGroups?.find(({ GroupId }) => GroupId === parts.targetSecurityGroupId);
    case 'network-acl':
      return Snapshot.NetworkAcls?.find(({ NetworkAclId }) => NetworkAclId === parts.targetNetworkAclId);
    case 'route-table':
      return Snapshot.RouteTables?.find(({ RouteTableId }) => RouteTableId === parts.targetRouteTableId);
  }
}
