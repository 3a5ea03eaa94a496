/** Analyses in AWS's shape: the paths that AWS's guide prints, field by field, and what is compared with the published types. */
import { describe, expect, it } from 'vitest';
import type { NetworkInsightsAnalysis, PathComponent } from '@/lib/core/reach/analysis/shape';
import { DETAIL_CODES } from '@/lib/core/rules/explanation-codes';
import published from '../../docs/network-insights-types.json';
import { analysed } from '../../support/network/analyze';
import { gatewayEndpoint, natGateway, peering } from '../../support/network/gateways';
import { worldOf } from '../../support/network/part';
import { tgw } from '../../support/network/transit-gateway';
import { vpc } from '../../support/network/vpc';

const shop = worldOf(
  vpc('a', '10.1.0.0/16', {
    subnets: { pub: '10.1.1.0/24', data: '10.1.2.0/24 b' },
    servers: { web: '10.1.1.10 198.51.100.10 sg-web', db: '10.1.2.10 sg-db', cache: '10.1.2.20 sg-db' },
    groups: {
      'sg-web': { in: ['tcp 0.0.0.0/0 22', 'tcp 0.0.0.0/0 443'] },
      'sg-db': { in: ['tcp sg-web 5432', 'tcp sg-db 6379'] },
    },
    igw: true,
    routes: {
      pub: ['0.0.0.0/0 igw-a', '10.2.0.0/16 pcx-ab', '10.3.0.0/16 tgw-1'],
      data: ['0.0.0.0/0 nat-a', 'pl-s3 vpce-s3'],
    },
  }),
  vpc('b', '10.2.0.0/16', {
    subnets: { east: '10.2.1.0/24' },
    servers: { app: '10.2.1.10' },
    routes: { main: ['10.1.0.0/16 pcx-ab'] },
  }),
  vpc('c', '10.3.0.0/16', {
    subnets: { far: '10.3.1.0/24' },
    servers: { hub: '10.3.1.10' },
    routes: { main: ['10.1.0.0/16 tgw-1'] },
  }),
  peering('a', 'b'),
  tgw('1', {
    attachments: { a: 'pub 10.1.1.60', c: 'far 10.3.1.60' },
    routes: ['10.1.0.0/16 a', '10.3.0.0/16 c'],
  }),
  natGateway('a', 'a', 'pub', '10.1.1.200 198.51.100.99'),
  gatewayEndpoint('s3', 'a', ['203.0.113.0/24']),
);

const ids = (components: readonly PathComponent[] | undefined): string =>
  (components ?? []).map(({ Component }) => Component.Id).join(' ');

const HOW = 'https://docs.aws.amazon.com/vpc/latest/reachability/getting-started-cli.html';

describe('component sequences', () => {
  it.each([
    // The two that AWS's guide prints.
    [
      'igw-a > i-web tcp 22',
      'igw-a acl-a sg-web eni-web i-web',
      'i-web eni-web sg-web acl-a rtb-pub igw-a',
      HOW,
    ],
    [
      'i-web > igw-a tcp 443',
      'i-web eni-web sg-web acl-a rtb-pub igw-a',
      'igw-a acl-a sg-web eni-web i-web',
      HOW,
    ],
    // Those that follow from them.
    [
      'i-db > i-cache tcp 6379',
      'i-db eni-db sg-db sg-db eni-cache i-cache',
      'i-cache eni-cache sg-db sg-db eni-db i-db',
      HOW,
    ],
    [
      'i-web > i-db tcp 5432',
      'i-web eni-web sg-web acl-a rtb-pub acl-a sg-db eni-db i-db',
      'i-db eni-db sg-db acl-a rtb-data acl-a sg-web eni-web i-web',
      HOW,
    ],
    [
      'i-web > i-app tcp 443',
      'i-web eni-web sg-web acl-a rtb-pub pcx-ab acl-b sg-b eni-app i-app',
      'i-app eni-app sg-b acl-b rtb-b pcx-ab acl-a sg-web eni-web i-web',
      HOW,
    ],
    [
      'i-web > i-hub tcp 443',
      'i-web eni-web sg-web acl-a rtb-pub tgw-attach-a acl-a tgw-rtb-1 tgw-attach-c sg-c eni-hub i-hub',
      '',
      HOW,
    ],
    [
      'i-db > igw-a tcp 443',
      'i-db eni-db sg-db acl-a rtb-data acl-a nat-a acl-a rtb-pub igw-a',
      'igw-a acl-a nat-a acl-a rtb-pub acl-a sg-db eni-db i-db',
      HOW,
    ],
    ['i-db > vpce-s3 tcp 443', 'i-db eni-db sg-db acl-a rtb-data vpce-s3', 'acl-a sg-db eni-db i-db', HOW],
  ])('%s', (ask, forward, back) => {
    const { analysis } = analysed(shop, ask);
    expect(analysis.NetworkPathFound).toBe(true);
    expect(ids(analysis.ForwardPathComponents)).toBe(forward);
    expect(ids(analysis.ReturnPathComponents)).toBe(back);
    expect(analysis.ForwardPathComponents?.map(({ SequenceNumber }) => SequenceNumber)).toEqual(
      analysis.ForwardPathComponents?.map((_, index) => index + 1),
    );
  });
});

describe('what the components say', () => {
  const { analysis } = analysed(shop, 'igw-a > i-web tcp 22');
  const at = (id: string) => analysis.ForwardPathComponents?.find(({ Component }) => Component.Id === id);

  it('gives the internet gateway both headers, the outer as sets and the inner as what it changed', () => {
    const { InboundHeader, OutboundHeader } = at('igw-a') ?? {};
    expect(InboundHeader).toMatchObject({
      DestinationAddresses: ['198.51.100.10/32'],
      DestinationPortRanges: [{ From: 22, To: 22 }],
      Protocol: '6',
      SourcePortRanges: [{ From: 0, To: 65535 }],
    });
    const sources = InboundHeader?.SourceAddresses ?? [];
    expect([...sources].sort()).toEqual(sources);
    expect(sources).toContain('11.0.0.0/8');
    expect(sources).not.toContain('10.0.0.0/8');
    expect(OutboundHeader).toEqual({ DestinationAddresses: ['10.1.1.10/32'] });
  });

  it('names the rows that decided, in the spelling of each', () => {
    expect(at('acl-a')?.AclRule).toEqual({
      Cidr: '0.0.0.0/0',
      Egress: false,
      Protocol: 'all',
      RuleAction: 'allow',
      RuleNumber: 100,
    });
    expect(at('sg-web')?.SecurityGroupRule).toEqual({
      Cidr: '0.0.0.0/0',
      Direction: 'ingress',
      PortRange: { From: 22, To: 22 },
      Protocol: 'tcp',
    });
    const back = analysis.ReturnPathComponents?.find(({ Component }) => Component.Id === 'rtb-pub');
    expect(back?.RouteTableRoute).toMatchObject({
      DestinationCidr: '0.0.0.0/0',
      GatewayId: 'igw-a',
      Origin: 'createroute',
      State: 'active',
    });
  });

  it('shows no rule for the security group of an answer: it is stateful', () => {
    const back = analysis.ReturnPathComponents?.find(({ Component }) => Component.Id === 'sg-web');
    expect(back).toBeDefined();
    expect(back?.SecurityGroupRule).toBeUndefined();
  });

  it('tells that a NAT gateway changes source and source port', () => {
    const through = analysed(shop, 'i-db > igw-a tcp 443').analysis.ForwardPathComponents;
    const header = (id: string) => through?.find(({ Component }) => Component.Id === id)?.OutboundHeader;
    expect(header('nat-a')).toEqual({
      SourceAddresses: ['10.1.1.200/32'],
      SourcePortRanges: [{ From: 1024, To: 65535 }],
    });
    expect(header('igw-a')).toMatchObject({ SourceAddresses: ['198.51.100.99/32'] });
  });

  it.each([
    ['AVAILABILITY_ZONE_CROSSED', 'i-web > i-db tcp 5432'],
    ['UNIDIRECTIONAL_PATH_ANALYSIS_ONLY', 'i-web > i-hub tcp 443'],
  ] as const)('notes %s on %s', (code, ask) => {
    const details =
      analysed(shop, ask).analysis.ForwardPathComponents?.flatMap(
        ({ AdditionalDetails }) => AdditionalDetails,
      ) ?? [];
    const detail = details.find(({ AdditionalDetailType }) => AdditionalDetailType === code);
    expect(detail).toBeDefined();
    const { AdditionalDetailType: _type, ...fields } = detail ?? { AdditionalDetailType: code };
    expect(DETAIL_CODES[code].fields).toEqual(expect.arrayContaining(Object.keys(fields)));
  });
});

describe('the published types', () => {
  const samples: readonly NetworkInsightsAnalysis[] = [
    'igw-a > i-web tcp 22',
    'i-db > igw-a tcp 443',
    'i-web > i-hub tcp 443',
    'i-web > i-app tcp 443',
    'i-db > vpce-s3 tcp 443',
    'i-app > i-db tcp 5432',
    'i-web > i-gone tcp 1',
  ].map((ask) => analysed(shop, ask).analysis);

  it('have every field that is printed, with a value of its kind', () => {
    let fields = 0;
    const visit = (type: string, value: unknown): void => {
      if (Array.isArray(value)) {
        for (const one of value) visit(type.replace('[]', ''), one);
        return;
      }
      const shape = (published.types as Readonly<Record<string, Readonly<Record<string, string>>>>)[type];
      const kinds = (published.values as Readonly<Record<string, readonly string[]>>)[type];
      if (kinds) expect(kinds).toContain(value);
      else if (type === 'Date') expect(typeof value).toBe('string');
      else if (!shape) expect(typeof value).toBe(type);
      else
        for (const [field, inner] of Object.entries(value as object)) {
          expect(Object.keys(shape), type).toContain(field);
          fields++;
          visit(shape[field] ?? '', inner);
        }
    };
    for (const sample of samples) visit('NetworkInsightsAnalysis', sample);
    expect(fields).toBeGreaterThan(300);
  });
});
