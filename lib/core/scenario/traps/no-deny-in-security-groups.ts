/** Only a network ACL can refuse one address of many. */
import { INFRASTRUCTURE_SECURITY, VPC_FAULTS } from '../exam-task';
import type { ExposureTrap } from '../trap';

export const noDenyInSecurityGroups: ExposureTrap = {
  id: 'no-deny-in-security-groups',
  asks: 'what-keeps-out',
  tasks: [INFRASTRUCTURE_SECURITY, VPC_FAULTS],
  beliefs: ['security-groups-can-deny', 'any-deny-wins'],
};
