/** One English sentence for one edit of a World. */
import type { Change } from '../simulate/world';
import { hostChangeSentence } from './host-change';
import { code, type Prose, prose } from './prose';

export function changeSentence(change: Change): Prose {
  if (change.Service === 'host') return hostChangeSentence(change);
  const id = (value: unknown): ReturnType<typeof code> =>
    code(typeof value === 'string' ? value : 'the new one');
  switch (change.Action) {
    case 'AuthorizeSecurityGroupIngress':
    case 'AuthorizeSecurityGroupEgress': {
      const inbound = change.Action === 'AuthorizeSecurityGroupIngress';
      const [permission] = change.IpPermissions;
      const far =
        permission?.IpRanges?.[0]?.CidrIp ?? permission?.UserIdGroupPairs?.[0]?.GroupId ?? 'everybody';
      const ports = portsText(permission?.FromPort, permission?.ToPort);
      return prose`Allow ${permission?.IpProtocol ?? 'all'} ${ports} ${inbound ? 'from' : 'to'} ${id(far)} in ${id(change.GroupId)}, ${inbound ? 'inbound' : 'outbound'}`;
    }
    case 'CreateNetworkAclEntry': {
      const ports = portsText(change.PortRange?.From, change.PortRange?.To);
      const protocol = change.Protocol === '6' ? 'tcp' : change.Protocol;
      return prose`${change.RuleAction === 'allow' ? 'Allow' : 'Deny'} ${protocol} ${ports} ${change.Egress ? 'to' : 'from'} ${id(change.CidrBlock)} as rule ${change.RuleNumber} of ${id(change.NetworkAclId)}, ${change.Egress ? 'outbound' : 'inbound'}`;
    }
    case 'CreateRoute':
    case 'ReplaceRoute': {
      const target =
        change.GatewayId ?? change.VpcPeeringConnectionId ?? change.NatGatewayId ?? change.NetworkInterfaceId;
      const verb = change.Action === 'CreateRoute' ? 'Add a route for' : 'Point the route for';
      return prose`${verb} ${id(change.DestinationCidrBlock)} to ${id(target)} in ${id(change.RouteTableId)}`;
    }
    case 'AttachInternetGateway':
      return prose`Attach ${id(change.InternetGatewayId)} to ${id(change.VpcId)}`;
    case 'AcceptVpcPeeringConnection':
      return prose`Accept peering connection ${id(change.VpcPeeringConnectionId)}`;
    case 'AllocateAddress':
      return change.Address
        ? prose`Recover the Elastic IP address ${id(change.Address)}`
        : prose`Allocate an Elastic IP address`;
    case 'AssociateAddress':
      return prose`Associate the address with ${id(change.NetworkInterfaceId ?? change.InstanceId)}`;
    default:
      return prose`Call ${code(change.Action)}`;
  }
}

function portsText(from: number | undefined, to: number | undefined): string {
  if (from === undefined || to === undefined) return '';
  return from === to ? String(from) : `${from}–${to}`;
}
