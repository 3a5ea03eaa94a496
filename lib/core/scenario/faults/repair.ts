/** Repairs that admit exactly an intent. */
import type { Change, World } from '../../simulate/world';
import { EPHEMERAL } from '../draft/network-acl';
import type { IntentPath, Leg } from '../intent-path';

/** Both ends of an intent as a filter sees them on one leg: translation may have changed them on the way. */
export interface SeenPacket {
  readonly protocol: string;
  readonly port: number;
  /** The far end, as one address. */
  readonly peer: string;
}

const host = (address: string): string => `${address}/${address.includes(':') ? 128 : 32}`;

export function admitInGroup(
  GroupId: string,
  direction: 'ingress' | 'egress',
  { protocol, port, peer }: SeenPacket,
): readonly Change[] {
  const ports = protocol === 'icmp' ? { FromPort: -1, ToPort: -1 } : { FromPort: port, ToPort: port };
  const range = peer.includes(':')
    ? { Ipv6Ranges: [{ CidrIpv6: host(peer) }] }
    : { IpRanges: [{ CidrIp: host(peer) }] };
  const Action = direction === 'ingress' ? 'AuthorizeSecurityGroupIngress' : 'AuthorizeSecurityGroupEgress';
  return [{ Service: 'ec2', Action, GroupId, IpPermissions: [{ IpProtocol: protocol, ...ports, ...range }] }];
}

/** One packet that a list shall let pass: which way, and whether it asks or answers. */
export interface Wanted {
  readonly leg: Leg;
  readonly egress: boolean;
  readonly seen: SeenPacket;
}

/** Entries in front of all others, so that nothing that stands in the list can speak against them. */
export function admitInAcl(world: World, NetworkAclId: string, wanted: readonly Wanted[]): readonly Change[] {
  const acl = world.Snapshot.NetworkAcls?.find((row) => row.NetworkAclId === NetworkAclId);
  const taken = new Set((acl?.Entries ?? []).map(({ Egress, RuleNumber }) => `${Egress} ${RuleNumber}`));
  return wanted.map(({ leg, egress, seen: { protocol, port, peer } }): Change => {
    let RuleNumber = 1;
    while (taken.has(`${egress} ${RuleNumber}`)) RuleNumber++;
    taken.add(`${egress} ${RuleNumber}`);
    // What answers go to is whatever port the client chose.
    const [From, To] = leg === 'forward' ? [port, port] : EPHEMERAL;
    return {
      Service: 'ec2',
      Action: 'CreateNetworkAclEntry',
      NetworkAclId,
      RuleNumber,
      Protocol: protocol === 'icmp' ? '1' : protocol === 'udp' ? '17' : '6',
      RuleAction: 'allow',
      Egress: egress,
      ...(peer.includes(':') ? { Ipv6CidrBlock: host(peer) } : { CidrBlock: host(peer) }),
      ...(protocol === 'icmp' ? { IcmpTypeCode: { Type: -1, Code: -1 } } : { PortRange: { From, To } }),
    };
  });
}

/** The packet of an intent as one of its filters met it. */
export function seenBy({ intent }: IntentPath, peer: string): SeenPacket {
  return { protocol: intent.protocol, port: intent.port, peer };
}

/** The server listens to everybody on the port, and its own firewall accepts. */
export function admitOnHost({ intent }: IntentPath): readonly Change[] {
  const asked = {
    Service: 'host',
    Host: intent.server,
    Protocol: intent.protocol,
    Port: intent.port,
  } as const;
  return [
    { ...asked, Action: 'StartListener' },
    { ...asked, Action: 'AddFirewallRule', Direction: 'in', Do: 'accept' },
  ];
}
