/** AWS's judges of packets as one replaceable value: a wrong belief, or another reading of AWS's text, is a world one can run. */
import { blockPublicAccessRefusal } from './block-public-access';
import { idleTimeout, opensTrackedConnection, outlivesItsRule } from './connection-tracking';
import { egressOnlyRefusal } from './egress-only-internet-gateway';
import { filtersJudgeExempt, isExempt } from './exempt';
import { groupMembers, losesGroups } from './group-members';
import { ownerOnInternet } from './internet';
import {
  enterByInternetGateway,
  enterByInternetGatewayWithRoute,
  leaveByInternetGateway,
} from './internet-gateway';
import { NAT_CONNECTIONS, NAT_IDLE_TIMEOUT, natGatewayRefusal, needsRouteOfItsSubnet } from './nat-gateway';
import { evaluateNetworkAcl, judgesInsideSubnet, remembersConnections } from './network-acl';
import { checksSourceDest } from './network-interface';
import { answersNeedRoute, evaluateRouteTable } from './route-table';
import { evaluateSecurityGroups, isStateful } from './security-group';
import {
  chooseZone,
  enterTransitGateway,
  evaluateTransitGatewayRouteTable,
  tableOf,
} from './transit-gateway';
import { evaluateEndpointPolicy, gatewayEndpointRefusal } from './vpc-endpoint';
import { crossPeering } from './vpc-peering-connection';
import { enterByVpnGateway, leaveByVpnGateway, linkRefusal } from './vpn-gateway';

export const AWS_PACKET_LAWS = {
  isExempt,
  filtersJudgeExempt,
  checksSourceDest,
  securityGroups: evaluateSecurityGroups,
  securityGroupsRemember: isStateful,
  groupMembers,
  losesGroups,
  opensTrackedConnection,
  outlivesItsRule,
  idleTimeout,
  networkAcl: evaluateNetworkAcl,
  networkAclJudgesInsideSubnet: judgesInsideSubnet,
  networkAclRemembers: remembersConnections,
  routeTable: evaluateRouteTable,
  answersNeedRoute,
  leaveByInternetGateway,
  enterByInternetGateway,
  ownerOnInternet,
  egressOnlyRefusal,
  blockPublicAccessRefusal,
  natGatewayRefusal,
  natNeedsRouteOfItsSubnet: needsRouteOfItsSubnet,
  /** Seconds. */
  natIdleTimeout: (): number => NAT_IDLE_TIMEOUT,
  natConnections: (): number => NAT_CONNECTIONS,
  crossPeering,
  enterTransitGateway,
  transitGatewayTableOf: tableOf,
  transitGatewayRouteTable: evaluateTransitGatewayRouteTable,
  transitGatewayZone: chooseZone,
  gatewayEndpointRefusal,
  endpointPolicy: evaluateEndpointPolicy,
  leaveByVpnGateway,
  enterByVpnGateway,
  linkRefusal,
};

export type PacketLaws = Readonly<typeof AWS_PACKET_LAWS>;

/** Other readings of inferred rules: no key and no verdict may depend on which one is true. */
export const ALTERNATIVE_PACKET_LAWS: readonly PacketLaws[] = [
  { ...AWS_PACKET_LAWS, enterByInternetGateway: enterByInternetGatewayWithRoute },
];
