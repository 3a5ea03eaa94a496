/** Queries to the Amazon DNS server leave no record. */
import { NETWORK_LOGS, VPC_FAULTS } from '../exam-task';
import type { MissingRecordTrap } from '../trap';

export const resolverIsNeverLogged: MissingRecordTrap = {
  id: 'resolver-is-never-logged',
  asks: 'missing-record',
  tasks: [NETWORK_LOGS, VPC_FAULTS],
  beliefs: ['unlogged-means-blocked'],
  reasons: ['never-logged', 'never-came', 'filter', 'not-delivered'],
};
