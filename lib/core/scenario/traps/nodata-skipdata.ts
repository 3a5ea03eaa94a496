/** Two words for windows without records, and one of them is no evidence. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const nodataSkipdata: MissingRecordTrap = {
  id: 'nodata-skipdata',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['skipdata-means-no-traffic', 'nodata-means-blocked'],
  reasons: ['lost', 'never-came', 'filter', 'not-delivered'],
};
