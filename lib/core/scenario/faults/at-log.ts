/** Places in flow logs: the log that should tell of an intent, and the one that takes its place, since none can be changed. */
import type { Change, World } from '../../simulate/world';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { Row } from '../draft/draft';
import { DELIVERY_ROLE } from '../draft/flow-log';
import { edit } from '../edit';
import type { Site } from '../fault';
import { ends, type IntentPath, interfacesOn } from '../intent-path';

export type LogRow = Row<'FlowLogs'>;

export interface AtLog {
  readonly row: LogRow;
  /** The end of the intent that it covers. */
  readonly end: NetworkInterface;
}

/** The log over the VPC of an intent that stays in one: no other log tells of it. */
export function logOf(path: IntentPath): AtLog | undefined {
  const { client, server } = ends(path);
  const end = server ?? client;
  const row = path.design.world.Snapshot.FlowLogs?.find(
    ({ ResourceId }) => ResourceId === end?.subnet.vpc.id,
  );
  const { networkInterfaces } = path.world.network;
  const staysHere = [...interfacesOn(path)].every(
    (id) => networkInterfaces.get(id)?.subnet.vpc.id === row?.ResourceId,
  );
  // What answers beside every filter and log has no way back that a log could tell of.
  const isLogged = path.legs.return.length > 0;
  return row && end && staysHere && isLogged ? { row, end } : undefined;
}

/** All logs over this log's own VPC are as `change` says; others are left alone. */
export function loggedAs(
  { design }: IntentPath,
  { row }: AtLog,
  change: Partial<LogRow>,
  repair: Site['repair'] = (world) => replaced(world, row),
): Site {
  return {
    at: row.FlowLogId,
    inject: () => edit(design.world, 'FlowLogs', (own) => (own === row ? { ...own, ...change } : own)),
    repair,
  };
}

/** The log is deleted, and one that covers the VPC as it should is made. */
export function replaced({ Snapshot }: World, healthy: LogRow): readonly Change[] {
  const stands = Snapshot.FlowLogs?.some(({ FlowLogId }) => FlowLogId === healthy.FlowLogId);
  const deleted: Change = { Service: 'ec2', Action: 'DeleteFlowLogs', FlowLogIds: [healthy.FlowLogId] };
  return [...(stands ? [deleted] : []), created(healthy)];
}

/** `destination`: where it goes; the log group of the healthy one when left out. */
export function created(
  { ResourceId, LogGroupName, LogFormat }: LogRow,
  bucket?: string,
): Extract<Change, { Action: 'CreateFlowLogs' }> {
  const destination =
    bucket === undefined
      ? { LogGroupName: `${LogGroupName}-2`, DeliverLogsPermissionArn: DELIVERY_ROLE }
      : { LogDestinationType: 's3' as const, LogDestination: bucket };
  return {
    Service: 'ec2',
    Action: 'CreateFlowLogs',
    ResourceIds: [ResourceId],
    ResourceType: 'VPC',
    TrafficType: 'ALL',
    MaxAggregationInterval: 60,
    ...(LogFormat !== undefined && { LogFormat }),
    ...destination,
  };
}
