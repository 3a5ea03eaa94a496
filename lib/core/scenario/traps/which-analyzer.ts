/** One path, every path, or the tables of a transit gateway: three tools. */
import { MONITORING, TROUBLESHOOTING } from '../exam-task';
import type { WhichToolTrap } from '../trap';

export const whichAnalyzer: WhichToolTrap = {
  id: 'which-analyzer',
  asks: 'which-tool',
  tasks: [MONITORING, TROUBLESHOOTING],
  beliefs: ['all-analyzers-are-one'],
  needs: ['one-path', 'every-path', 'transit-routes', 'verdict-of-the-past'],
};
