/** A log for one action says nothing about the other. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const filterHidesHalf: MissingRecordTrap = {
  id: 'filter-hides-half',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['no-reject-means-success'],
  reasons: ['filter', 'never-came', 'scope', 'created-later'],
};
