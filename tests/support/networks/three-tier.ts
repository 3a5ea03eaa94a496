/** A shop as many run one: three tiers in two zones, 50 interfaces, ten rules in each list, 50 routes in each table. */
import { networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow, routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { OWNER_ID, REGION, subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import type { World } from '@/lib/core/simulate/world';
import { elsewhere, tenAclEntries, tenInboundRules, tenOutboundRules, tenServiceRules } from './filled-lists';
import { type Question, questionsBetween } from './question';

const VPC = 'vpc-1';
const BLOCK = '10.0.0.0/16';
const ZONES = ['a', 'b'] as const;
const TIERS = [
  { name: 'web', port: 8080, callers: 'sg-web', third: 0 },
  { name: 'app', port: 8081, callers: 'sg-web', third: 10 },
  { name: 'db', port: 5432, callers: 'sg-app', third: 20 },
] as const;
const INTERFACES = 50;

const subnets = TIERS.flatMap(({ name, third }) =>
  ZONES.map((zone, i) => ({
    id: `subnet-${name}-${zone}`,
    tier: name,
    zone,
    net: `10.0.${third + i}`,
  })),
);

const servers = Array.from({ length: INTERFACES }, (_, i): Server => {
  const subnet = subnets[i % subnets.length];
  const { id = '', tier = '', net = '' } = subnet ?? {};
  return {
    interfaceId: `eni-${i}`,
    instanceId: `i-${i}`,
    name: `${tier}-${i}`,
    address: `${net}.${10 + i}`,
    subnetId: id,
    groupIds: ['sg-base', `sg-${tier}`],
  };
});

export const threeTier: World = {
  Snapshot: {
    Region: REGION,
    OwnerId: OWNER_ID,
    Vpcs: [vpcRow(VPC, 'shop', BLOCK)],
    Subnets: subnets.map(({ id, zone, net }) => subnetRow(id, VPC, id, `${net}.0/24`, zone)),
    RouteTables: TIERS.map(({ name }, i) =>
      routeTableRow(
        `rtb-${name}`,
        VPC,
        name,
        [
          localRoute(BLOCK),
          ...elsewhere(48, { TransitGatewayId: 'tgw-1' }),
          routeTo('0.0.0.0/0', { TransitGatewayId: 'tgw-1' }),
        ],
        subnets.filter(({ tier }) => tier === name).map(({ id }) => id),
        i === 0,
      ),
    ),
    NetworkAcls: TIERS.map(({ name }, i) =>
      networkAclRow(
        `acl-${name}`,
        VPC,
        name,
        [...tenAclEntries(false, '10.0.0.0/8'), ...tenAclEntries(true, '10.0.0.0/8')],
        subnets.filter(({ tier }) => tier === name).map(({ id }) => id),
        i === 0,
      ),
    ),
    SecurityGroups: [
      {
        ...securityGroupRow('sg-base', VPC, 'base', tenServiceRules()),
        IpPermissionsEgress: [...tenServiceRules()],
      },
      ...TIERS.map(({ name, port, callers }) => ({
        ...securityGroupRow(`sg-${name}`, VPC, name, tenInboundRules(port, callers, BLOCK)),
        IpPermissionsEgress: [...tenOutboundRules('10.0.0.0/8')],
      })),
    ],
    NetworkInterfaces: servers.map((server) => networkInterfaceRow(VPC, server)),
    Instances: servers.map((server) => instanceRow(VPC, server)),
    TransitGateways: [{ TransitGatewayId: 'tgw-1', State: 'available' }],
  },
};

/** Between all interfaces, to what is served and to what is not. */
export const threeTierQuestions = (count: number): readonly Question[] =>
  questionsBetween(
    servers.map(({ interfaceId }) => interfaceId),
    [443, 443, 443, 443, 443, 443, 443, 22],
    count,
  );
