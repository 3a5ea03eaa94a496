/** Faults of the log itself: the traffic works, and no log shows anything of it. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { Fault } from '../fault';
import { ends, type IntentPath, interfacesOn } from '../intent-path';
import { created, loggedAs, logOf, replaced } from './at-log';

const TASKS = [NETWORK_LOGS, MONITORING];
const FAILED = { DeliverLogsStatus: 'FAILED', DeliverLogsErrorMessage: 'Access error' } as const;

/** F100 */
export const flRole: Fault = {
  id: 'fl-role',
  layer: 'flow-log',
  symptom: 'log-silent',
  tasks: TASKS,
  says: "The log's role may not write to CloudWatch Logs: it is active, and delivers nothing.",
  sites(path) {
    const at = logOf(path);
    const role = at?.row.DeliverLogsPermissionArn?.replace(/role\/.*/, 'role/app-instance');
    return at && role !== undefined
      ? [loggedAs(path, at, { ...FAILED, DeliverLogsPermissionArn: role })]
      : [];
  },
};

/** F101 */
export const flDestPolicy: Fault = {
  id: 'fl-dest-policy',
  layer: 'flow-log',
  symptom: 'log-silent',
  tasks: TASKS,
  says: "The bucket's policy does not name the delivery service: the log is active, and the bucket stays empty.",
  sites(path) {
    const at = logOf(path);
    if (!at) return [];
    const bucket = `arn:aws:s3:::${at.row.ResourceId}-logs`;
    return [
      loggedAs(
        path,
        at,
        { ...FAILED, LogDestinationType: 's3', LogDestination: bucket, LogGroupName: undefined },
        (world) => {
          const [deleted] = replaced(world, at.row);
          return [
            ...(deleted?.Action === 'DeleteFlowLogs' ? [deleted] : []),
            created(at.row, `${bucket}-delivery`),
          ];
        },
      ),
    ];
  },
};

/** F102: nothing came of the call, and what is left is the log of some other place. */
export const flRoleForS3: Fault = {
  id: 'fl-role-for-s3',
  layer: 'flow-log',
  symptom: 'log-silent',
  tasks: TASKS,
  says: 'The call that should have made the log named a role for a destination in Amazon S3, and was refused.',
  sites(path) {
    const at = logOf(path);
    const elsewhere = at && elsewhereIn(path);
    if (!at || elsewhere === undefined) return [];
    const call = created(at.row, `arn:aws:s3:::${at.row.ResourceId}-logs`);
    return [
      {
        ...loggedAs(path, at, { ResourceId: elsewhere }, () => [call]),
        at: at.row.ResourceId,
        refused: [
          {
            ...call,
            ...(at.row.DeliverLogsPermissionArn && {
              DeliverLogsPermissionArn: at.row.DeliverLogsPermissionArn,
            }),
          },
        ],
      },
    ];
  },
};

/** An interface that the intent does not pass. */
function elsewhereIn(path: IntentPath): string | undefined {
  const passed = interfacesOn(path);
  const { client, server } = ends(path);
  return [...path.world.network.networkInterfaces.values()].find(
    ({ id, instance }) => instance && !passed.has(id) && id !== client?.id && id !== server?.id,
  )?.id;
}

/** F107 */
export const flScope: Fault = {
  id: 'fl-scope',
  layer: 'flow-log',
  symptom: 'log-silent',
  tasks: TASKS,
  says: 'The log covers another interface than the one that the traffic passes.',
  sites(path) {
    const at = logOf(path);
    const elsewhere = at && elsewhereIn(path);
    return at && elsewhere !== undefined ? [loggedAs(path, at, { ResourceId: elsewhere })] : [];
  },
};

export const FLOW_LOG_FAULTS: readonly Fault[] = [flRole, flDestPolicy, flRoleForS3, flScope];
