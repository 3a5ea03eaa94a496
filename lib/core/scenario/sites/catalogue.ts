/** Every way in which an intent's path can fail. */
import { GATEWAY_STATE_FAULTS } from './gateway-state';
import { HOST_FAULTS } from './host';
import { INTERNET_FAULTS } from './internet';
import { NETWORK_ACL_FAULTS } from './network-acl';
import { ROUTE_FAULTS } from './route';
import { SECURITY_GROUP_FAULTS } from './security-group';
import type { PathFault } from './site';

export const PATH_FAULTS: readonly PathFault[] = [
  ...SECURITY_GROUP_FAULTS,
  ...NETWORK_ACL_FAULTS,
  ...ROUTE_FAULTS,
  ...INTERNET_FAULTS,
  ...GATEWAY_STATE_FAULTS,
  ...HOST_FAULTS,
];
