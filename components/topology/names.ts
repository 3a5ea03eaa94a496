/** What each thing in a drawing is called by a screen reader: all that it shows, in one line. Pure. */
import { idParts } from '../ui/elided';
import { type Drawing, type InterfaceNode, type Named, type SubnetBox, subnetsOf } from './drawing';

export interface NameParts {
  /** Interface id -> what its log says, for those whose log is open. */
  readonly logs: Readonly<Record<string, { readonly sentence: string }>>;
  readonly prices: Readonly<Record<string, number>>;
}

const KIND = {
  instance: '',
  function: 'Lambda function',
  'nat-gateway': 'NAT gateway',
  'transit-gateway': 'transit gateway interface',
  endpoint: 'interface endpoint',
  balancer: 'load balancer',
  folded: '',
} as const;

/** Component id -> its name in full. */
export function namesOf(drawing: Drawing, parts: NameParts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, address, role, difference } of drawing.outside)
    names.set(id, line([name, address, roleWord(role), difference?.says]));
  for (const { id, says, name, difference } of drawing.joints)
    names.set(id, line([name === says ? name : says, idParts(id) ? id : undefined, difference?.says]));
  for (const { id, name, cidrs, difference } of drawing.vpcs)
    names.set(id, line([`VPC ${name}`, ...cidrs, difference?.says]));
  for (const { vpc, zone, subnet } of subnetsOf(drawing)) {
    names.set(
      subnet.id,
      subnetName(subnet, drawing.vpcs.length > 1 ? `in VPC ${vpc.name}` : undefined, zone.name),
    );
    for (const node of subnet.interfaces) names.set(node.id, interfaceName(node, subnet, parts));
  }
  return names;
}

function subnetName(subnet: SubnetBox & Named, vpc: string | undefined, zone: string): string {
  const { name, cidrs, isPublic, interfaces, difference } = subnet;
  const count = interfaces.length === 1 ? '1 interface' : `${interfaces.length} interfaces`;
  return line([
    `subnet ${name}`,
    ...cidrs,
    isPublic ? 'public' : 'private',
    zone,
    vpc,
    count,
    difference?.says,
  ]);
}

function interfaceName(node: InterfaceNode, subnet: SubnetBox, { logs, prices }: NameParts): string {
  const log = logs[node.id];
  const price = prices[node.id];
  return line([
    node.name,
    KIND[node.kind] === node.name ? '' : KIND[node.kind],
    ...node.addresses,
    subnet.name,
    roleWord(node.role),
    log ? `log opened: ${log.sentence}` : price !== undefined ? `log not opened, price ${price}` : undefined,
    node.difference?.says,
  ]);
}

function roleWord(role: InterfaceNode['role']): string | undefined {
  return role === 'other' ? undefined : role;
}

function line(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
