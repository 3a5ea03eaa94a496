/** What the forms write: AWS CLI lines, one call each. Pure; the engine reads them as it reads lines that somebody typed. */

export type Direction = 'ingress' | 'egress';

/** `undefined` stands for a field that is empty: the form then says what is missing. */
export interface RouteForm {
  readonly routeTableId: string;
  readonly destination: string;
  readonly targetId: string;
  readonly isReplaced: boolean;
}

const TARGETS: readonly (readonly [string, string])[] = [
  ['igw-', 'gateway-id'],
  ['vgw-', 'gateway-id'],
  ['nat-', 'nat-gateway-id'],
  ['pcx-', 'vpc-peering-connection-id'],
  ['tgw-', 'transit-gateway-id'],
  ['eigw-', 'egress-only-internet-gateway-id'],
  ['eni-', 'network-interface-id'],
  ['vpce-', 'vpc-endpoint-id'],
];

export function routeLine({ routeTableId, destination, targetId, isReplaced }: RouteForm): string {
  const target = TARGETS.find(([prefix]) => targetId.startsWith(prefix))?.[1] ?? 'gateway-id';
  const block = destination.includes(':') ? 'destination-ipv6-cidr-block' : 'destination-cidr-block';
  return `aws ec2 ${isReplaced ? 'replace' : 'create'}-route --route-table-id ${routeTableId} --${block} ${destination.trim()} --${target} ${targetId}`;
}

export interface RuleForm {
  readonly direction: Direction;
  /** `tcp`, `udp`, `icmp` or `-1` for all. */
  readonly protocol: string;
  /** `22` or `1024-65535`; of no meaning for all protocols. */
  readonly ports: string;
  /** A block, or the id of a group where one may stand. */
  readonly peer: string;
}

export function groupRuleLine(groupId: string, { direction, protocol, ports, peer }: RuleForm): string {
  const [from, to] = range(ports);
  const numbers =
    protocol === '-1'
      ? ''
      : protocol === 'icmp'
        ? ',FromPort=-1,ToPort=-1'
        : `,FromPort=${from},ToPort=${to}`;
  const far = peer.trim();
  const source = far.startsWith('sg-')
    ? `UserIdGroupPairs=[{GroupId=${far}}]`
    : far.startsWith('pl-')
      ? `PrefixListIds=[{PrefixListId=${far}}]`
      : far.includes(':')
        ? `Ipv6Ranges=[{CidrIpv6=${far}}]`
        : `IpRanges=[{CidrIp=${far}}]`;
  return `aws ec2 authorize-security-group-${direction} --group-id ${groupId} --ip-permissions 'IpProtocol=${protocol}${numbers},${source}'`;
}

export interface EntryForm extends RuleForm {
  readonly ruleNumber: string;
  readonly ruleAction: 'allow' | 'deny';
}

const NUMBERS: Readonly<Record<string, string>> = { tcp: '6', udp: '17', icmp: '1' };

export function aclEntryLine(networkAclId: string, form: EntryForm): string {
  const { direction, protocol, ports, peer, ruleNumber, ruleAction } = form;
  const [from, to] = range(ports);
  const block = peer.includes(':') ? 'ipv6-cidr-block' : 'cidr-block';
  const more =
    protocol === 'tcp' || protocol === 'udp'
      ? ` --port-range From=${from},To=${to}`
      : protocol === 'icmp'
        ? ' --icmp-type-code Type=-1,Code=-1'
        : '';
  return `aws ec2 create-network-acl-entry --network-acl-id ${networkAclId} --${direction} --rule-number ${ruleNumber.trim()} --protocol ${NUMBERS[protocol] ?? protocol}${more} --${block} ${peer.trim()} --rule-action ${ruleAction}`;
}

function range(ports: string): readonly [string, string] {
  const [from = '', to = from] = ports.trim().split(/\s*[-–]\s*/);
  return [from, to];
}

export function routeTableAssociationLine(
  subnetId: string,
  routeTableId: string,
  associationId: string | undefined,
): string {
  return associationId === undefined
    ? `aws ec2 associate-route-table --subnet-id ${subnetId} --route-table-id ${routeTableId}`
    : `aws ec2 replace-route-table-association --association-id ${associationId} --route-table-id ${routeTableId}`;
}

export function aclAssociationLine(associationId: string, networkAclId: string): string {
  return `aws ec2 replace-network-acl-association --association-id ${associationId} --network-acl-id ${networkAclId}`;
}

export function addressLine(allocationId: string, interfaceId: string): string {
  return `aws ec2 associate-address --allocation-id ${allocationId} --network-interface-id ${interfaceId}`;
}

/** A new address, named by the line after it. */
export function newAddressLines(interfaceId: string): readonly string[] {
  return [
    "address=$(aws ec2 allocate-address --domain vpc --query 'AllocationId' --output text)",
    `aws ec2 associate-address --allocation-id "$address" --network-interface-id ${interfaceId}`,
  ];
}

export function attachGatewayLine(gatewayId: string, vpcId: string): string {
  return `aws ec2 attach-internet-gateway --internet-gateway-id ${gatewayId} --vpc-id ${vpcId}`;
}

/** Whether a line takes something away: its sign in the list of changes. */
export function isRemoval(line: string): boolean {
  return /^aws ec2 (delete|revoke|disassociate|detach|release)-/.test(line);
}
