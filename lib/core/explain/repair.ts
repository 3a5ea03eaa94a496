/** One English sentence for a list of edits that belong together, short enough to stand beside three others. */
import type { Action } from '../ec2/actions/action';
import type { Change, HostChange } from '../simulate/world';
import { changeSentence } from './change';
import { id } from './change/words';
import { code, type Prose, prose } from './prose';

type Entry = Extract<Action, { Action: 'CreateNetworkAclEntry' }>;

export function repairSentence(changes: readonly Change[]): Prose {
  const [only] = changes;
  if (only && changes.length === 1) return fuller(only) ?? changeSentence(only);
  return bothWays(changes) ?? opened(changes) ?? inFull(changes);
}

/** What is said of a call alone may be short: beside others it would stand out, and be taken for the answer. */
function fuller(change: Change): Prose | undefined {
  switch (change.Action) {
    case 'AddFirewallRule':
      return change.Do === 'accept' && change.Port !== undefined
        ? prose`Let the firewall on the host ${code(change.Host)} itself accept ${change.Protocol ?? 'all'} ${change.Port}, from everywhere`
        : undefined;
    case 'StartListener':
      return change.Port !== undefined && change.Bind === undefined
        ? prose`Start the service for ${change.Protocol} ${change.Port} on ${code(change.Host)}, listening on every address of it`
        : undefined;
    case 'AttachInternetGateway':
      return prose`Attach the internet gateway ${id(change.InternetGatewayId)} to the VPC ${id(change.VpcId)}`;
    case 'AcceptVpcPeeringConnection':
      return prose`Accept the peering connection ${id(change.VpcPeeringConnectionId)} for the VPC that was asked`;
    case 'AssociateRouteTable':
      return change.SubnetId === undefined
        ? undefined
        : prose`Let the table ${id(change.RouteTableId)} route for ${id(change.SubnetId)}`;
    case 'DeleteRoute': {
      const block = change.DestinationCidrBlock ?? change.DestinationIpv6CidrBlock;
      return block === undefined
        ? undefined
        : prose`Remove the route for ${code(block)} from the route table ${id(change.RouteTableId)}`;
    }
    default:
      return undefined;
  }
}

function inFull(changes: readonly Change[]): Prose {
  return changes.flatMap((change, i) =>
    i === 0 ? changeSentence(change) : prose`; ${changeSentence(change)}`,
  );
}

/** A request admitted by a network ACL, and its answers: two entries that mean one thing. */
function bothWays(changes: readonly Change[]): Prose | undefined {
  const entries = changes.filter(isEntry);
  const [first, second] = entries;
  if (changes.length !== 2 || !first || !second || first.Egress === second.Egress) return undefined;
  if (first.NetworkAclId !== second.NetworkAclId || first.RuleAction !== 'allow') return undefined;
  // The narrower of the two ports is the service's; answers go to a range.
  const [request, answer] = width(first) <= width(second) ? [first, second] : [second, first];
  const block = request.CidrBlock ?? request.Ipv6CidrBlock;
  const port = request.PortRange?.From;
  if (block === undefined || port === undefined || width(answer) === 0) return undefined;
  const side = request.Egress ? 'to' : 'from';
  return prose`Allow ${protocolName(request)} ${port} ${side} ${code(block)} and the answers in ${id(request.NetworkAclId)}`;
}

function isEntry(change: Change): change is Entry {
  return change.Action === 'CreateNetworkAclEntry';
}

function width({ PortRange }: Entry): number {
  return PortRange ? PortRange.To - PortRange.From : 65_535;
}

function protocolName({ Protocol }: Entry): string {
  return Protocol === '17' ? 'udp' : 'tcp';
}

/** A service started, and the host's firewall opened for it. */
function opened(changes: readonly Change[]): Prose | undefined {
  const [listener, rule] = changes.filter((change): change is HostChange => change.Service === 'host');
  if (changes.length !== 2 || listener?.Action !== 'StartListener' || rule?.Action !== 'AddFirewallRule')
    return undefined;
  if (rule.Do !== 'accept' || listener.Port === undefined) return undefined;
  return prose`Start the service for ${listener.Protocol} ${listener.Port} on ${code(listener.Host)}, and let its own firewall accept it`;
}
