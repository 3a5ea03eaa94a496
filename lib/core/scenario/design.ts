/** A healthy design with the names by which faults, tickets and questions refer to its parts. */
import type { World } from '../simulate/world';

export interface Design {
  /** Everything in it works. Its first Traffic row is the intent. */
  readonly world: World;
  readonly family: 'peering' | 'internet';
  readonly parts: Parts;
}

export interface Parts {
  readonly vpcId: string;
  readonly vpcName: string;
  readonly targetName: string;
  readonly targetInterfaceId: string;
  readonly targetAddress: string;
  readonly targetSubnetName: string;
  readonly targetRouteTableId: string;
  readonly targetSecurityGroupId: string;
  readonly targetNetworkAclId: string;
  readonly neighbourInterfaceId: string;
  readonly neighbourName: string;
  readonly internetGatewayId: string;
  readonly flowLogId: string;
  /** The host that connects, its address as the target sees it, and the block that the rules name. */
  readonly clientName: string;
  readonly clientAddress: string;
  readonly clientRange: string;
  /** Only where the client sits in a peered VPC. */
  readonly peering: PeeringParts | undefined;
  /** Only where the client sits on the internet: the target's public address, and its allocation if it is an Elastic IP. */
  readonly publicAddress: { readonly address: string; readonly allocationId: string | undefined } | undefined;
  /** Rule numbers of the network ACL entries that serve the intent. */
  readonly intentEntries: { readonly inbound: number; readonly outbound: number };
}

export interface PeeringParts {
  readonly connectionId: string;
  readonly clientVpcName: string;
  readonly clientRouteTableId: string;
  readonly clientInterfaceId: string;
  readonly clientVpcCidr: string;
  readonly vpcCidr: string;
}

/** What somebody tries to do: the first Traffic row of a World. */
export const INTENT = 0;
export const SSH_PORT = 22;
