/** Which route decides, and by which rule: kinds, families and ties, in whatever order the document has them. */
import { describe, expect, it } from 'vitest';
import { parseAddress } from '@/lib/core/net/address';
import { constantCidr } from '@/lib/core/net/cidr';
import { evaluateRouteTable } from '@/lib/core/rules/route-table';
import type { Route, RouteTable } from '@/lib/core/vpc/route-table';

/** `10.0.0.0/16 local`, `10.1.0.0/16 tgw-1`, `10.1.0.0/16 tgw-2 pl-1`, `10.1.0.0/16 vgw-1 propagated`, `… blackhole`. */
function route(text: string): Route {
  const [block = '', target = '', ...more] = text.split(' ');
  const prefixListId = more.find((word) => word.startsWith('pl-'));
  const isPropagated = more.includes('propagated');
  return {
    destination: constantCidr(block),
    ...(prefixListId !== undefined && { prefixListId }),
    target: target === 'local' ? { kind: 'local' } : { kind: 'transit-gateway', id: target },
    state: more.includes('blackhole') ? 'blackhole' : 'active',
    origin: isPropagated
      ? 'EnableVgwRoutePropagation'
      : target === 'local'
        ? 'CreateRouteTable'
        : 'CreateRoute',
  };
}

const table = (routes: readonly string[]): RouteTable => ({
  id: 'rtb-1',
  vpcId: 'vpc-1',
  main: true,
  gatewayIds: [],
  routes: routes.map(route),
});

function decided(of: RouteTable, address: string): string {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(address);
  const decision = evaluateRouteTable(of, parsed);
  if (decision.outcome === 'no-route') return `no-route by ${decision.rule.id}`;
  const { target } = decision.route;
  return `${decision.outcome} ${target.kind === 'local' ? 'local' : target.id} by ${decision.rule.id}`;
}

// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('of the routes of a table', () => {
  const LOCALS = ['10.0.0.0/16 local', '2001:db8::/56 local'];
  it.each([
    [
      'the longest prefix',
      '10.1.2.3',
      ['0.0.0.0/0 tgw-0', '10.1.0.0/16 tgw-1', '10.1.2.0/24 tgw-2'],
      'forward tgw-2 by route.longest-prefix',
    ],
    [
      'a longer propagated one before a static one',
      '10.1.2.3',
      ['10.1.0.0/16 tgw-1', '10.1.2.0/24 vgw-1 propagated'],
      'forward vgw-1 by route.longest-prefix',
    ],
    [
      'a static one before a prefix list',
      '10.1.2.3',
      ['10.1.0.0/16 tgw-1', '10.1.0.0/16 tgw-2 pl-1'],
      'forward tgw-1 by route.priority',
    ],
    [
      'a prefix list before a propagated one',
      '10.1.2.3',
      ['10.1.0.0/16 tgw-2 pl-1', '10.1.0.0/16 vgw-1 propagated'],
      'forward tgw-2 by route.priority',
    ],
    [
      'a static one before both',
      '10.1.2.3',
      ['10.1.0.0/16 tgw-1', '10.1.0.0/16 tgw-2 pl-1', '10.1.0.0/16 vgw-1 propagated'],
      'forward tgw-1 by route.priority',
    ],
    [
      'the local one before a propagated one inside it',
      '10.0.2.3',
      ['10.0.2.0/24 vgw-1 propagated'],
      'forward local by route.local-before-propagated',
    ],
    [
      'the local one before a propagated one for its own block',
      '10.0.2.3',
      ['10.0.0.0/16 vgw-1 propagated'],
      'forward local by route.local-before-propagated',
    ],
    [
      'a static one inside the local one',
      '10.0.2.3',
      ['10.0.2.0/24 tgw-1'],
      'forward tgw-1 by route.longest-prefix',
    ],
    [
      'that one also where a propagated one lies within it',
      '10.0.2.3',
      ['10.0.2.0/24 tgw-1', '10.0.2.0/25 vgw-1 propagated'],
      'forward tgw-1 by route.longest-prefix',
    ],
    [
      'a wider propagated one for what lies outside',
      '10.7.2.3',
      ['10.0.0.0/8 vgw-1 propagated'],
      'forward vgw-1 by route.longest-prefix',
    ],
    [
      'the local one inside a wider propagated one',
      '10.0.2.3',
      ['10.0.0.0/8 vgw-1 propagated'],
      'forward local by route.local',
    ],
    [
      'a blackhole before a shorter one',
      '10.1.2.3',
      ['0.0.0.0/0 tgw-0', '10.1.0.0/16 tgw-1 blackhole'],
      'blackhole tgw-1 by route.blackhole',
    ],
    [
      'a static blackhole before a propagated one',
      '10.1.2.3',
      ['10.1.0.0/16 tgw-1 blackhole', '10.1.0.0/16 vgw-1 propagated'],
      'blackhole tgw-1 by route.blackhole',
    ],
    ['none', '192.0.2.1', ['10.1.0.0/16 tgw-1'], 'no-route by route.none'],
    ['none of IPv4 for IPv6', '2001:db9::1', ['0.0.0.0/0 tgw-0'], 'no-route by route.none'],
    ['none of IPv6 for IPv4', '192.0.2.1', ['::/0 tgw-6'], 'no-route by route.none'],
    [
      'the local one of its own family',
      '2001:db8::5',
      ['2001:db8::/64 vgw-1 propagated', '::/0 tgw-6'],
      'forward local by route.local-before-propagated',
    ],
    [
      'a propagated one that a local block of the other family does not hold',
      '2001:db9::5',
      ['2001:db9::/32 vgw-1 propagated'],
      'forward vgw-1 by route.longest-prefix',
    ],
  ])('%s decides', (_, address, routes, expected) => {
    expect(decided(table([...LOCALS, ...routes]), address)).toBe(expected);
    expect(decided(table([...routes, ...LOCALS].reverse()), address)).toBe(expected);
  });

  it('of two prefix lists the first in the document decides, and no rule of priority', () => {
    const lists = ['10.1.0.0/16 tgw-1 pl-1', '10.1.0.0/16 tgw-2 pl-2'];
    expect(decided(table(lists), '10.1.2.3')).toBe('forward tgw-1 by route.longest-prefix');
    expect(decided(table([...lists].reverse()), '10.1.2.3')).toBe('forward tgw-2 by route.longest-prefix');
  });

  it('every block of a VPC keeps its own out of reach of propagation', () => {
    const two = table(['10.0.0.0/16 local', '100.64.0.0/16 local', '100.64.9.0/24 vgw-1 propagated']);
    expect(decided(two, '100.64.9.1')).toBe('forward local by route.local-before-propagated');
    expect(decided(two, '10.0.9.1')).toBe('forward local by route.local');
  });

  it('two tables with one id are two tables', () => {
    expect(decided(table(['0.0.0.0/0 tgw-1']), '192.0.2.1')).toBe('forward tgw-1 by route.longest-prefix');
    expect(decided(table(['0.0.0.0/0 tgw-2']), '192.0.2.1')).toBe('forward tgw-2 by route.longest-prefix');
  });
});
