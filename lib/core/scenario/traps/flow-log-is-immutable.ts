/** What a flow log writes is fixed when it is created. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { LogCallTrap } from '../trap';

export const flowLogIsImmutable: LogCallTrap = {
  id: 'flow-log-is-immutable',
  asks: 'which-log-call',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['flow-logs-can-be-edited'],
  faults: ['fl-immutable', 'fl-filter', 'fl-scope'],
};
