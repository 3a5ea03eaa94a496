/** Headers and counts, requests, or content: three tools. */
import { DETECTION, MONITORING } from '../exam-task';
import type { WhichToolTrap } from '../trap';

export const metadataOrPayload: WhichToolTrap = {
  id: 'metadata-or-payload',
  asks: 'which-tool',
  tasks: [MONITORING, DETECTION],
  beliefs: ['flow-logs-hold-everything'],
  needs: ['payload', 'verdict-of-the-past', 'status-codes', 'names'],
};
