/** Every fault by which a design can fail. */
import type { Fault } from '../fault';
import { ADDRESS_BLOCK_FAULTS } from './address-block';
import { APPLIANCE_FAULTS } from './appliance';
import { FLOW_LOG_FAULTS } from './flow-log';
import { FLOW_LOG_CONTENT_FAULTS } from './flow-log-content';
import { GROUP_REFERENCE_FAULTS } from './group-reference';
import { HOST_FAULTS } from './host';
import { INTERNET_GATEWAY_FAULTS } from './internet-gateway';
import { MISSING_ROUTE_FAULTS } from './missing-route';
import { NAT_GATEWAY_FAULTS } from './nat-gateway';
import { NETWORK_ACL_FAULTS } from './network-acl';
import { NETWORK_ACL_USE_FAULTS } from './network-acl-use';
import { PERMISSION_FAULTS } from './permission';
import { PREMISES_FAULTS } from './premises';
import { PUBLIC_ADDRESS_FAULTS } from './public-address';
import { READING_FAULTS } from './reading-the-log';
import { ROUTE_TABLE_ASSOCIATION_FAULTS } from './route-table-association';
import { SECURITY_GROUP_FAULTS } from './security-group';
import { TRANSIT_GATEWAY_FAULTS } from './transit-gateway';
import { VPC_ENDPOINT_FAULTS } from './vpc-endpoint';
import { VPC_PEERING_CONNECTION_FAULTS } from './vpc-peering-connection';
import { WRONG_ROUTE_FAULTS } from './wrong-route';

export const FAULTS: readonly Fault[] = [
  ...MISSING_ROUTE_FAULTS,
  ...WRONG_ROUTE_FAULTS,
  ...ADDRESS_BLOCK_FAULTS,
  ...ROUTE_TABLE_ASSOCIATION_FAULTS,
  ...INTERNET_GATEWAY_FAULTS,
  ...PUBLIC_ADDRESS_FAULTS,
  ...NAT_GATEWAY_FAULTS,
  ...APPLIANCE_FAULTS,
  ...SECURITY_GROUP_FAULTS,
  ...GROUP_REFERENCE_FAULTS,
  ...NETWORK_ACL_FAULTS,
  ...NETWORK_ACL_USE_FAULTS,
  ...VPC_PEERING_CONNECTION_FAULTS,
  ...TRANSIT_GATEWAY_FAULTS,
  ...PREMISES_FAULTS,
  ...VPC_ENDPOINT_FAULTS,
  ...PERMISSION_FAULTS,
  ...HOST_FAULTS,
  ...FLOW_LOG_FAULTS,
  ...FLOW_LOG_CONTENT_FAULTS,
  ...READING_FAULTS,
];
