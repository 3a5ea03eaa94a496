/** What stands at the border of a VPC, in few words: NAT gateways, egress-only gateways, peering connections, endpoints. */
import type { Row } from '@/lib/core/scenario/blueprints/rows';
import { type Part, words } from './part';

/** An interface that AWS made: no security group, no instance, no source/destination check. */
export function serviceInterface(
  id: string,
  subnetId: string,
  InterfaceType: string,
  address: string,
  publicAddress?: string,
): Row<'NetworkInterfaces'> {
  const Association = publicAddress === undefined ? undefined : { PublicIp: publicAddress };
  return {
    NetworkInterfaceId: id,
    SubnetId: subnetId,
    Description: '',
    InterfaceType,
    RequesterManaged: true,
    SourceDestCheck: false,
    Groups: [],
    PrivateIpAddress: address,
    PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true, ...(Association && { Association }) }],
    ...(Association && { Association }),
  };
}

/** `nat-x` through `eni-nat-x`: `natGateway('x', 'a', 'pub', '10.1.9.5 198.51.100.9')`; without a public address a private one. */
export function natGateway(
  name: string,
  vpc: string,
  subnet: string,
  addresses: string,
  row: Partial<Row<'NatGateways'>> = {},
): Part {
  const [PrivateIp = '', PublicIp] = words(addresses);
  const NetworkInterfaceId = `eni-nat-${name}`;
  return {
    Snapshot: {
      NatGateways: [
        {
          NatGatewayId: `nat-${name}`,
          VpcId: `vpc-${vpc}`,
          SubnetId: `subnet-${subnet}`,
          State: 'available',
          ConnectivityType: PublicIp === undefined ? 'private' : 'public',
          NatGatewayAddresses: [
            { NetworkInterfaceId, PrivateIp, ...(PublicIp && { PublicIp }), IsPrimary: true },
          ],
          ...row,
        },
      ],
      NetworkInterfaces: [
        serviceInterface(NetworkInterfaceId, `subnet-${subnet}`, 'nat_gateway', PrivateIp, PublicIp),
      ],
    },
  };
}

/** `nat-x`, with its public addresses by zone: `regionalNat('x', 'a', { a: '198.51.100.9' })`. */
export function regionalNat(
  name: string,
  vpc: string,
  zones: Readonly<Record<string, string>>,
  row: Partial<Row<'NatGateways'>> = {},
): Part {
  return {
    Snapshot: {
      NatGateways: [
        {
          NatGatewayId: `nat-${name}`,
          VpcId: `vpc-${vpc}`,
          State: 'available',
          AvailabilityMode: 'regional',
          NatGatewayAddresses: Object.entries(zones).map(([zone, PublicIp]) => ({
            PublicIp,
            AvailabilityZoneId: zone === 'b' ? 'euc1-az3' : 'euc1-az2',
          })),
          ...row,
        },
      ],
    },
  };
}

export function egressOnly(name: string, attached = true): Part {
  return {
    Snapshot: {
      EgressOnlyInternetGateways: [
        {
          EgressOnlyInternetGatewayId: `eigw-${name}`,
          Attachments: attached ? [{ VpcId: `vpc-${name}`, State: 'attached' }] : [],
        },
      ],
    },
  };
}

/** `pcx-ab` between `vpc-a` and `vpc-b`. */
export function peering(one: string, other: string, Code = 'active'): Part {
  return {
    Snapshot: {
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: `pcx-${one}${other}`,
          RequesterVpcInfo: { VpcId: `vpc-${one}` },
          AccepterVpcInfo: { VpcId: `vpc-${other}` },
          Status: { Code },
        },
      ],
    },
  };
}

/** `vpce-s3`, to which a route by `pl-s3` leads. */
export function gatewayEndpoint(
  name: string,
  vpc: string,
  Cidrs: readonly string[],
  row: Partial<Row<'VpcEndpoints'>> = {},
): Part {
  return {
    Snapshot: {
      VpcEndpoints: [
        {
          VpcEndpointId: `vpce-${name}`,
          VpcEndpointType: 'Gateway',
          VpcId: `vpc-${vpc}`,
          ServiceName: `com.amazonaws.eu-central-1.${name}`,
          State: 'available',
          ...row,
        },
      ],
      PrefixLists: [
        {
          PrefixListId: `pl-${name}`,
          PrefixListName: `com.amazonaws.eu-central-1.${name}`,
          Cidrs: [...Cidrs],
        },
      ],
    },
  };
}

/** `vpce-x` through `eni-vpce-x` in one subnet. */
export function interfaceEndpoint(
  name: string,
  vpc: string,
  subnet: string,
  address: string,
  groupId: string,
  row: Partial<Row<'VpcEndpoints'>> = {},
): Part {
  const id = `eni-vpce-${name}`;
  return {
    Snapshot: {
      VpcEndpoints: [
        {
          VpcEndpointId: `vpce-${name}`,
          VpcEndpointType: 'Interface',
          VpcId: `vpc-${vpc}`,
          ServiceName: `com.amazonaws.eu-central-1.${name}`,
          State: 'available',
          NetworkInterfaceIds: [id],
          ...row,
        },
      ],
      NetworkInterfaces: [
        {
          ...serviceInterface(id, `subnet-${subnet}`, 'vpc_endpoint', address),
          SourceDestCheck: true,
          Groups: [{ GroupId: groupId }],
        },
      ],
    },
  };
}

/** An endpoint of a Gateway Load Balancer, and with `firewall` of one that Network Firewall runs. */
export function gatewayLoadBalancerEndpoint(
  name: string,
  vpc: string,
  subnet: string,
  address: string,
  firewall = '',
): Part {
  const id = `eni-vpce-${name}`;
  return {
    Snapshot: {
      VpcEndpoints: [
        {
          VpcEndpointId: `vpce-${name}`,
          VpcEndpointType: 'GatewayLoadBalancer',
          VpcId: `vpc-${vpc}`,
          ServiceName: `com.amazonaws.vpce.eu-central-1.vpce-svc-${name}`,
          State: 'available',
          NetworkInterfaceIds: [id],
          ...(firewall && { Tags: [{ Key: 'AWSNetworkFirewallManaged', Value: 'true' }] }),
        },
      ],
      NetworkInterfaces: [
        serviceInterface(id, `subnet-${subnet}`, 'gateway_load_balancer_endpoint', address),
      ],
    },
  };
}

/** A customer's own list of blocks. */
export function prefixList(name: string, blocks: readonly string[]): Part {
  return {
    Snapshot: {
      ManagedPrefixLists: [
        { PrefixListId: `pl-${name}`, MaxEntries: 10, Entries: blocks.map((Cidr) => ({ Cidr })) },
      ],
    },
  };
}

/** Block Public Access, with what its exclusions allow by VPC or subnet id. */
export function blockPublicAccess(
  mode: 'off' | 'block-bidirectional' | 'block-ingress',
  exclusions: Readonly<Record<string, 'allow-bidirectional' | 'allow-egress'>> = {},
): Part {
  return {
    Snapshot: {
      VpcBlockPublicAccessOptions: [{ InternetGatewayBlockMode: mode }],
      VpcBlockPublicAccessExclusions: Object.entries(exclusions).map(
        ([id, InternetGatewayExclusionMode]) => ({
          ExclusionId: `vpcbpa-exclude-${id}`,
          InternetGatewayExclusionMode,
          ResourceArn: `arn:aws:ec2:eu-central-1:111122223333:${id.split('-')[0]}/${id}`,
          State: 'create-complete',
        }),
      ),
    },
  };
}
