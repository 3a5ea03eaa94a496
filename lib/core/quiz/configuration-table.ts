/** Rules and routes as a console lists them: what an exhibit shows, and where a verdict points. */
import { invariant } from '../assert';
import { filterText } from '../explain/match-text';
import { flow, peerText, targetText } from '../explain/step';
import { formatCidr } from '../net/cidr';
import { isDefaultEntry } from '../rules/network-acl';
import type { Direction } from '../vpc/match';
import type { Network } from '../vpc/network';
import type { NetworkAcl } from '../vpc/network-acl';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route, RouteTable } from '../vpc/route-table';
import type { SecurityGroup } from '../vpc/security-group';
import type { ConfigurationTable } from './view';

export function routeTableOf({ routes, id, name }: RouteTable, relation: string): ConfigurationTable {
  return {
    kind: 'route-table',
    id,
    title: name ?? id,
    relation,
    columns: ['destination', 'target', 'state'],
    rows: routes.map((route) => routeRow(route)),
  };
}

function routeRow({ destination, target, state }: Route): readonly string[] {
  return [formatCidr(destination), targetText(target), state];
}

export function networkAclTable(
  { id, name, ...acl }: NetworkAcl,
  direction: Direction,
  relation: string,
): ConfigurationTable {
  return {
    kind: 'network-acl',
    id,
    title: `${name ?? id}, ${flow(direction)}`,
    relation,
    columns: ['rule', 'traffic', direction === 'ingress' ? 'source' : 'destination', 'action'],
    rows: shownEntries(acl[direction]).map((entry) => [
      isDefaultEntry(entry) ? '*' : String(entry.ruleNumber),
      filterText(entry),
      formatCidr(entry.cidr),
      entry.ruleAction,
    ]),
  };
}

/** The console lists the IPv6 `*` only beside IPv6 rules. */
export function shownEntries(entries: NetworkAcl['ingress']): NetworkAcl['ingress'] {
  const hasIpv6 = entries.some((entry) => !isDefaultEntry(entry) && typeof entry.cidr.base === 'bigint');
  return entries.filter((entry) => hasIpv6 || typeof entry.cidr.base === 'number');
}

export function securityGroupTable(
  group: SecurityGroup,
  direction: Direction,
  relation: string,
): ConfigurationTable {
  return {
    kind: 'security-group',
    id: group.id,
    title: `${group.name}, ${flow(direction)}`,
    relation,
    columns: ['traffic', direction === 'ingress' ? 'source' : 'destination'],
    rows: group[direction].map((rule) => [filterText(rule), peerText(rule)]),
  };
}

/** Everything of one kind that judges the traffic of an interface. */
export function tablesOf(
  network: Network,
  kind: ConfigurationTable['kind'],
  interfaceId: string,
): readonly ConfigurationTable[] {
  const networkInterface = network.networkInterfaces.get(interfaceId);
  invariant(networkInterface, `${interfaceId} is in the network`);
  const { subnet } = networkInterface;
  const ofSubnet = `of subnet ${subnet.name ?? subnet.id}`;
  switch (kind) {
    case 'route-table':
      return [routeTableOf(subnet.routeTable, `route table ${ofSubnet}`)];
    case 'network-acl':
      return (['ingress', 'egress'] as const).map((way) =>
        networkAclTable(subnet.networkAcl, way, `network ACL ${ofSubnet}`),
      );
    case 'security-group':
      return networkInterface.securityGroups.flatMap((group) =>
        (['ingress', 'egress'] as const).map((way) =>
          securityGroupTable(group, way, `security group of ${nameOf(networkInterface)}`),
        ),
      );
  }
}

export function nameOf({ name, id }: Pick<NetworkInterface, 'name' | 'id'>): string {
  return name ?? id;
}
