/** Whether a session outlives its rule depends on whether it is tracked. */
import { INFRASTRUCTURE_SECURITY, VPC_FAULTS } from '../exam-task';
import type { SessionTrap } from '../trap';

export const trackedSessionsLiveOn: SessionTrap = {
  id: 'tracked-sessions-live-on',
  asks: 'what-becomes-of-it',
  tasks: [VPC_FAULTS, INFRASTRUCTURE_SECURITY],
  beliefs: ['removing-a-rule-cuts-at-once', 'removing-a-rule-never-cuts'],
};
