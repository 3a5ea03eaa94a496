/** AWS's judges of packets as one replaceable value: a wrong belief, or another reading of AWS's text, is a world one can run. */

import { opensTrackedConnection } from './connection-tracking';
import {
  enterByInternetGateway,
  enterByInternetGatewayWithRoute,
  leaveByInternetGateway,
} from './internet-gateway';
import { natGatewayRefusal } from './nat-gateway';
import { evaluateNetworkAcl } from './network-acl';
import { evaluateRouteTable } from './route-table';
import { evaluateSecurityGroups } from './security-group';
import { crossPeering } from './vpc-peering-connection';

export interface PacketLaws {
  readonly networkAcl: typeof evaluateNetworkAcl;
  readonly securityGroups: typeof evaluateSecurityGroups;
  readonly opensTrackedConnection: typeof opensTrackedConnection;
  readonly routeTable: typeof evaluateRouteTable;
  readonly leaveByInternetGateway: typeof leaveByInternetGateway;
  readonly enterByInternetGateway: typeof enterByInternetGateway;
  readonly natGatewayRefusal: typeof natGatewayRefusal;
  readonly crossPeering: typeof crossPeering;
}

export const AWS_PACKET_LAWS: PacketLaws = {
  networkAcl: evaluateNetworkAcl,
  securityGroups: evaluateSecurityGroups,
  opensTrackedConnection,
  routeTable: evaluateRouteTable,
  leaveByInternetGateway,
  enterByInternetGateway,
  natGatewayRefusal,
  crossPeering,
};

/** Other readings of inferred rules: no key and no verdict may depend on which one is true. */
export const ALTERNATIVE_PACKET_LAWS: readonly PacketLaws[] = [
  { ...AWS_PACKET_LAWS, enterByInternetGateway: enterByInternetGatewayWithRoute },
];
