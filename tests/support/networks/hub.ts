/** A hub: 20 VPCs on one transit gateway, 100 interfaces in each, the gateway's own among them. */
import { networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow, routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { OWNER_ID, REGION, subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import type { World } from '@/lib/core/simulate/world';
import { elsewhere, tenAclEntries, tenInboundRules, tenOutboundRules, tenServiceRules } from './filled-lists';
import { type Question, questionsBetween } from './question';

const ZONES = ['a', 'b'] as const;
const EVERYWHERE = '10.0.0.0/8';

/** `vpcs` VPCs with `interfaces` network interfaces in each. */
export function hub(vpcs: number, interfaces: number): World {
  const spokes = Array.from({ length: vpcs }, (_, i) => spoke(i, interfaces));
  return {
    Snapshot: {
      Region: REGION,
      OwnerId: OWNER_ID,
      Vpcs: spokes.map(({ vpcId, block }) => vpcRow(vpcId, vpcId, block)),
      Subnets: spokes.flatMap(({ subnets, vpcId }) =>
        subnets.map(({ id, block, zone }) => subnetRow(id, vpcId, id, block, zone)),
      ),
      RouteTables: spokes.map(({ vpcId, block }) =>
        routeTableRow(
          `rtb-${vpcId}`,
          vpcId,
          vpcId,
          [
            localRoute(block),
            routeTo(EVERYWHERE, { TransitGatewayId: 'tgw-1' }),
            ...elsewhere(48, { TransitGatewayId: 'tgw-1' }),
          ],
          [],
          true,
        ),
      ),
      NetworkAcls: spokes.map(({ vpcId }) =>
        networkAclRow(
          `acl-${vpcId}`,
          vpcId,
          vpcId,
          [...tenAclEntries(false, EVERYWHERE), ...tenAclEntries(true, EVERYWHERE)],
          [],
          true,
        ),
      ),
      SecurityGroups: spokes.flatMap(({ vpcId }) => [
        {
          ...securityGroupRow(`sg-base-${vpcId}`, vpcId, 'base', tenServiceRules()),
          IpPermissionsEgress: [...tenServiceRules()],
        },
        ...['app', 'db'].map((tier) => ({
          ...securityGroupRow(
            `sg-${tier}-${vpcId}`,
            vpcId,
            tier,
            tenInboundRules(tier === 'app' ? 8080 : 5432, `sg-app-${vpcId}`, EVERYWHERE),
          ),
          IpPermissionsEgress: [...tenOutboundRules(EVERYWHERE)],
        })),
      ]),
      NetworkInterfaces: spokes.flatMap(({ vpcId, servers, doors }) => [
        ...servers.map((server) => networkInterfaceRow(vpcId, server)),
        ...doors,
      ]),
      Instances: spokes.flatMap(({ vpcId, servers }) => servers.map((server) => instanceRow(vpcId, server))),
      TransitGateways: [{ TransitGatewayId: 'tgw-1', State: 'available' }],
      TransitGatewayAttachments: spokes.map(({ attachmentId, vpcId }) => ({
        TransitGatewayAttachmentId: attachmentId,
        TransitGatewayId: 'tgw-1',
        ResourceType: 'vpc',
        ResourceId: vpcId,
        State: 'available',
      })),
      TransitGatewayVpcAttachments: spokes.map(({ attachmentId, vpcId, doors }) => ({
        TransitGatewayAttachmentId: attachmentId,
        TransitGatewayId: 'tgw-1',
        VpcId: vpcId,
        SubnetIds: doors.map(({ SubnetId }) => SubnetId),
        State: 'available',
      })),
      TransitGatewayRouteTables: [
        {
          TransitGatewayRouteTableId: 'tgw-rtb-1',
          TransitGatewayId: 'tgw-1',
          Associations: spokes.map(({ attachmentId }) => ({ TransitGatewayAttachmentId: attachmentId })),
          Routes: [
            ...elsewhere(50 - vpcs, {}).map(({ DestinationCidrBlock }) => ({
              ...(DestinationCidrBlock !== undefined && { DestinationCidrBlock }),
              Type: 'static' as const,
              State: 'blackhole',
            })),
            ...spokes.map(({ attachmentId, vpcId, block }) => ({
              DestinationCidrBlock: block,
              TransitGatewayAttachments: [
                { TransitGatewayAttachmentId: attachmentId, ResourceId: vpcId, ResourceType: 'vpc' },
              ],
              Type: 'propagated' as const,
              State: 'active',
            })),
          ],
        },
      ],
    },
  };
}

function spoke(i: number, interfaces: number) {
  const vpcId = `vpc-${i}`;
  const attachmentId = `tgw-attach-${i}`;
  const subnets = ['app', 'db', 'tgw'].flatMap((tier, t) =>
    ZONES.map((zone, z) => ({
      id: `subnet-${tier}-${zone}-${i}`,
      tier,
      zone,
      net: `10.${i}.${10 * t + z}`,
      block: `10.${i}.${10 * t + z}.0/24`,
    })),
  );
  const work = subnets.filter(({ tier }) => tier !== 'tgw');
  const servers = Array.from({ length: interfaces - ZONES.length }, (_, k): Server => {
    const { id = '', tier = '', net = '' } = work[k % work.length] ?? {};
    return {
      interfaceId: `eni-${i}-${k}`,
      instanceId: `i-${i}-${k}`,
      name: `${tier}-${i}-${k}`,
      address: `${net}.${10 + (k >> 2)}`,
      subnetId: id,
      groupIds: [`sg-base-${vpcId}`, `sg-${tier}-${vpcId}`],
    };
  });
  const doors = subnets
    .filter(({ tier }) => tier === 'tgw')
    .map(({ id, net, zone }) => {
      const interfaceId = `eni-tgw-${i}-${zone}`;
      const server = {
        interfaceId,
        instanceId: '',
        name: 'tgw',
        address: `${net}.10`,
        subnetId: id,
        groupIds: [],
      };
      return {
        ...networkInterfaceRow(vpcId, server),
        Description: `Network Interface for Transit Gateway Attachment ${attachmentId}`,
        InterfaceType: 'transit_gateway',
        RequesterManaged: true,
        Attachment: undefined,
      };
    });
  return { vpcId, attachmentId, block: `10.${i}.0.0/16`, subnets, servers, doors };
}

/** Between all interfaces of instances, most of them in different VPCs. */
export function hubQuestions({ Snapshot }: World, count: number): readonly Question[] {
  const ids = (Snapshot.NetworkInterfaces ?? [])
    .filter(({ InterfaceType }) => InterfaceType === 'interface')
    .map(({ NetworkInterfaceId }) => NetworkInterfaceId);
  return questionsBetween(ids, [443, 443, 443, 443, 443, 443, 443, 22], count);
}
