/** Components as AWS's answers name them: an id, and the ARN made of it. */
import type { Network } from '../../vpc/network';
import type { AnalysisComponent } from './shape';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-resources-for-iam-policies */
const RESOURCES: readonly (readonly [prefix: string, resource: string])[] = [
  ['acl-', 'network-acl'],
  ['cgw-', 'customer-gateway'],
  ['dxvif-', 'dxvif'],
  ['eni-', 'network-interface'],
  ['igw-', 'internet-gateway'],
  ['i-', 'instance'],
  ['nat-', 'natgateway'],
  ['nia-', 'network-insights-analysis'],
  ['nip-', 'network-insights-path'],
  ['pcx-', 'vpc-peering-connection'],
  ['pl-', 'prefix-list'],
  ['rtb-', 'route-table'],
  ['sg-', 'security-group'],
  ['subnet-', 'subnet'],
  ['tgw-attach-', 'transit-gateway-attachment'],
  ['tgw-rtb-', 'transit-gateway-route-table'],
  ['tgw-', 'transit-gateway'],
  ['vgw-', 'vpn-gateway'],
  ['vpce-', 'vpc-endpoint'],
  ['vpc-', 'vpc'],
  ['vpn-', 'vpn-connection'],
];

export function arnOf({ region, ownerId }: Network, id: string): string {
  const resource = RESOURCES.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'resource';
  return `arn:aws:ec2:${region}:${ownerId}:${resource}/${id}`;
}

/** `arn:aws:ec2:…:instance/i-…` or the id itself. */
export function idIn(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

export function component(network: Network, id: string): AnalysisComponent {
  const name = nameOf(network, id);
  return { Id: id, Arn: arnOf(network, id), ...(name !== undefined && { Name: name }) };
}

function nameOf(network: Network, id: string): string | undefined {
  const named =
    network.instances.get(id) ??
    network.networkInterfaces.get(id) ??
    network.subnets.get(id) ??
    network.vpcs.get(id);
  return named?.name;
}
