/** The log group comes with the first records. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const noGroupBeforeTraffic: MissingRecordTrap = {
  id: 'no-group-before-traffic',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['no-group-means-broken'],
  reasons: ['never-came', 'access-error', 'not-delivered', 'created-later'],
  isQuiet: true,
};
