/** Every way in which an intent's path can fail. */
import { NETWORK_ACL_FAULTS } from './network-acl';
import { ROUTE_FAULTS } from './route';
import { SECURITY_GROUP_FAULTS } from './security-group';
import type { PathFault } from './site';

export const PATH_FAULTS: readonly PathFault[] = [
  ...SECURITY_GROUP_FAULTS,
  ...NETWORK_ACL_FAULTS,
  ...ROUTE_FAULTS,
];
