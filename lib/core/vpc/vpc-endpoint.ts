/** VPC endpoints: ways to a service that do not lead over the internet. https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html */
import type { Snapshot } from '../ec2/schema/snapshot';
import { type EndpointPolicy, parseEndpointPolicy } from './endpoint-policy';
import type { NetworkInterface } from './network-interface';
import { nameOf, type Report } from './report';
import type { Vpc } from './vpc';

export interface VpcEndpoint {
  readonly id: string;
  readonly name?: string;
  readonly vpcId: string;
  /** A Gateway Load Balancer endpoint is a route target with an interface; what stands behind it is not modelled. */
  readonly type: 'gateway' | 'interface' | 'gateway-load-balancer' | 'not-modelled';
  readonly serviceName: string;
  readonly isAvailable: boolean;
  readonly networkInterfaces: readonly NetworkInterface[];
  /** Whether Network Firewall made it, which says so in a tag. https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-managing.html */
  readonly isFirewall: boolean;
  /** undefined: the default policy, which allows everything. */
  readonly policy?: EndpointPolicy;
}

const TYPES: Readonly<Record<string, VpcEndpoint['type']>> = {
  Gateway: 'gateway',
  Interface: 'interface',
  GatewayLoadBalancer: 'gateway-load-balancer',
};

interface Parts {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly networkInterfaces: ReadonlyMap<string, NetworkInterface>;
}

export function parseVpcEndpoints(snapshot: Snapshot, parts: Parts, report: Report): readonly VpcEndpoint[] {
  return (snapshot.VpcEndpoints ?? []).map((row, index) => {
    const path = ['VpcEndpoints', index];
    if (!parts.vpcs.has(row.VpcId))
      report.issue([...path, 'VpcId'], `\`${row.VpcId}\` is not in the snapshot`);
    const type = TYPES[row.VpcEndpointType ?? 'Gateway'] ?? 'not-modelled';
    if (type === 'not-modelled') report.notice(path, `not modelled: a \`${row.VpcEndpointType}\` endpoint`);
    const networkInterfaces = (row.NetworkInterfaceIds ?? []).flatMap((id, i) => {
      const found = parts.networkInterfaces.get(id);
      if (!found)
        report.missing(
          [...path, 'NetworkInterfaceIds', i],
          id,
          `\`${row.VpcEndpointId}\` works through \`${id}\`, which is not in the snapshot`,
        );
      return found ? [found] : [];
    });
    const policy =
      row.PolicyDocument === undefined
        ? undefined
        : parseEndpointPolicy(row.PolicyDocument, [...path, 'PolicyDocument'], report);
    const name = nameOf(row.Tags);
    return {
      id: row.VpcEndpointId,
      ...(name !== undefined && { name }),
      vpcId: row.VpcId,
      type,
      serviceName: row.ServiceName ?? '',
      isAvailable: row.State === undefined || row.State.toLowerCase() === 'available',
      networkInterfaces,
      isFirewall: (row.Tags ?? []).some(({ Key }) => Key === 'AWSNetworkFirewallManaged'),
      ...(policy && { policy }),
    };
  });
}
