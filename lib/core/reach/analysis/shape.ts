/**
 * Network Insights in AWS's own shape. A test compares every field and value with the published types.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInsightsAnalysis.html
 */
import type { AdditionalDetailCode, ExplanationCode } from '../../rules/explanation-codes';

export interface RequestFilterPortRange {
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
}

export interface PathRequestFilter {
  readonly SourceAddress?: string | undefined;
  readonly SourcePortRange?: RequestFilterPortRange | undefined;
  readonly DestinationAddress?: string | undefined;
  readonly DestinationPortRange?: RequestFilterPortRange | undefined;
}

export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

export interface CreateNetworkInsightsPathRequest {
  readonly Source: string;
  readonly Destination?: string | undefined;
  readonly SourceIp?: string | undefined;
  readonly DestinationIp?: string | undefined;
  /** `tcp` or `udp`; in `complete` mode also `icmp` or an IANA number. */
  readonly Protocol: string;
  readonly DestinationPort?: number | undefined;
  readonly FilterAtSource?: PathRequestFilter | undefined;
  readonly FilterAtDestination?: PathRequestFilter | undefined;
}

export interface NetworkInsightsPath {
  readonly NetworkInsightsPathId: string;
  readonly NetworkInsightsPathArn: string;
  readonly CreatedDate?: string;
  readonly Source: string;
  readonly Destination?: string;
  readonly SourceArn: string;
  readonly DestinationArn?: string;
  readonly SourceIp?: string;
  readonly DestinationIp?: string;
  readonly Protocol: string;
  readonly DestinationPort?: number;
  readonly FilterAtSource?: PathRequestFilter;
  readonly FilterAtDestination?: PathRequestFilter;
  readonly Tags: readonly Tag[];
}

export interface StartNetworkInsightsAnalysisRequest {
  readonly FilterInArns?: readonly string[] | undefined;
  readonly FilterOutArns?: readonly string[] | undefined;
}

export interface AnalysisComponent {
  readonly Id: string;
  readonly Arn?: string;
  readonly Name?: string;
}

export interface PortRange {
  readonly From: number;
  readonly To: number;
}

export interface AnalysisPacketHeader {
  readonly DestinationAddresses?: readonly string[];
  readonly DestinationPortRanges?: readonly PortRange[];
  readonly Protocol?: string;
  readonly SourceAddresses?: readonly string[];
  readonly SourcePortRanges?: readonly PortRange[];
}

export interface AnalysisAclRule {
  readonly Cidr: string;
  readonly Egress: boolean;
  readonly PortRange?: PortRange;
  readonly Protocol: string;
  readonly RuleAction: string;
  readonly RuleNumber: number;
}

export interface AnalysisSecurityGroupRule {
  readonly Cidr?: string;
  readonly SecurityGroupId?: string;
  readonly PrefixListId?: string;
  readonly Direction: string;
  readonly PortRange?: PortRange;
  readonly Protocol: string;
}

export interface AnalysisRouteTableRoute {
  readonly DestinationCidr?: string;
  readonly DestinationPrefixListId?: string;
  readonly EgressOnlyInternetGatewayId?: string;
  readonly GatewayId?: string;
  readonly NatGatewayId?: string;
  readonly NetworkInterfaceId?: string;
  readonly TransitGatewayId?: string;
  readonly VpcPeeringConnectionId?: string;
  readonly Origin: string;
  readonly State: string;
}

export interface TransitGatewayRouteTableRoute {
  readonly DestinationCidr: string;
  readonly State: string;
  readonly RouteOrigin: string;
  readonly PrefixListId?: string;
  readonly AttachmentId?: string;
  readonly ResourceType?: string;
}

export interface AdditionalDetail {
  readonly AdditionalDetailType: AdditionalDetailCode;
  readonly Component?: AnalysisComponent;
  readonly ServiceName?: string;
}

export interface PathComponent {
  readonly SequenceNumber: number;
  readonly Component: AnalysisComponent;
  readonly AclRule?: AnalysisAclRule;
  readonly AttachedTo?: AnalysisComponent;
  readonly SourceVpc?: AnalysisComponent;
  readonly DestinationVpc?: AnalysisComponent;
  readonly Vpc?: AnalysisComponent;
  readonly Subnet?: AnalysisComponent;
  readonly InboundHeader?: AnalysisPacketHeader;
  readonly OutboundHeader?: AnalysisPacketHeader;
  readonly RouteTableRoute?: AnalysisRouteTableRoute;
  readonly SecurityGroupRule?: AnalysisSecurityGroupRule;
  readonly TransitGateway?: AnalysisComponent;
  readonly TransitGatewayRouteTableRoute?: TransitGatewayRouteTableRoute;
  readonly ServiceName?: string;
  readonly AdditionalDetails: readonly AdditionalDetail[];
  readonly Explanations: readonly Explanation[];
}

/** The code, and the fields that it fills. */
export type Explanation = {
  readonly ExplanationCode: ExplanationCode;
} & { readonly [Field in string]?: unknown };

export interface AlternatePathHint {
  readonly ComponentId: string;
  readonly ComponentArn: string;
}

export interface NetworkInsightsAnalysis {
  readonly NetworkInsightsAnalysisId: string;
  readonly NetworkInsightsAnalysisArn: string;
  readonly NetworkInsightsPathId: string;
  readonly FilterInArns?: readonly string[];
  readonly FilterOutArns?: readonly string[];
  readonly StartDate?: string;
  readonly Status: 'running' | 'succeeded' | 'failed';
  readonly WarningMessage?: string;
  readonly NetworkPathFound: boolean;
  readonly ForwardPathComponents?: readonly PathComponent[];
  readonly ReturnPathComponents?: readonly PathComponent[];
  readonly Explanations?: readonly Explanation[];
  readonly AlternatePathHints?: readonly AlternatePathHint[];
  readonly Tags: readonly Tag[];
}
