/** The design of the SSH question: a healthy one, with the names by which its ticket and its questions refer to its parts. */
import type { TrafficDocument, World } from '../simulate/world';
import type { HealthyDesign } from './blueprint';

/** Where the client sits: in a peered VPC, or in an office on the internet. */
export type Family = 'peering' | 'internet';

/** Its only intent is what the question is about. */
export interface SshDesign extends HealthyDesign {
  readonly family: Family;
  readonly parts: Parts;
  /** The attempts at the intent. */
  readonly tried: TrafficDocument;
}

/** A world made of the design, with all that goes on in it; `To`: what is dialled, where that is not the intent's address. */
export function withTraffic(world: World, { tried, background }: SshDesign, To = tried.To): World {
  return { ...world, Traffic: [{ ...tried, To }, ...background] };
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
  /** Only where the client sits on the internet: what the target is dialled by. */
  readonly publicAddress: string | undefined;
}

export interface PeeringParts {
  readonly clientVpcName: string;
  readonly clientInterfaceId: string;
}

export const SSH_PORT = 22;
