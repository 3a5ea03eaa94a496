/**
 * One VPC with an internet gateway, three tiers in two zones, and somebody who connects to an instance in it by SSH:
 * from a peered VPC, or from an office on the internet.
 */
import type { Design, Parts, PeeringParts } from '../design';
import type { Random } from '../random';
import { backgroundTraffic, intentTraffic } from '../traffic';
import { drawNames } from './names';
import {
  aclEntry,
  allowAll,
  associationIdOf,
  instanceRow,
  localRoute,
  nameTag,
  networkAclRow,
  networkInterfaceRow,
  newId,
  OWNER_ID,
  REGION,
  routeTableRow,
  routeTo,
  type Server,
  securityGroupRow,
  subnetRow,
  tcpFrom,
  tcpFromGroup,
  vpcRow,
} from './rows';

const ANYWHERE = '0.0.0.0/0';
const EPHEMERAL: readonly [number, number] = [1024, 65535];
const SSH: readonly [number, number] = [22, 22];

export function shopDesign(random: Random, family: Design['family'], startsAt: number): Design {
  const names = drawNames(random.fork('names'));
  const id = random.fork('ids');
  const make = (prefix: string): string => newId(id, prefix);
  const numbers = random.fork('numbers');
  const [main, other] = drawNetworks(numbers);
  const vpcCidr = `10.${main}.0.0/16`;
  const clientVpcCidr = `10.${other}.0.0/16`;
  const deskCidr = `10.${other}.8.0/24`;
  const isPeering = family === 'peering';
  const third = isPeering ? 11 : 2;
  const at = (subnet: number, host: number): string => `10.${main}.${subnet}.${host}`;

  const vpcId = make('vpc');
  const igw = make('igw');
  const publicSubnet = make('subnet');
  const targetSubnet = make('subnet');
  const farSubnet = make('subnet');
  const appSubnet = make('subnet');
  const rtbPublic = make('rtb');
  const rtbTarget = make('rtb');
  const rtbMain = make('rtb');
  const acl = make('acl');
  const sgTarget = make('sg');
  const sgNeighbour = make('sg');
  const sgWeb = make('sg');
  const sgApp = make('sg');

  const elastic = numbers.chance();
  const publicAddress = isPeering
    ? undefined
    : {
        address: `198.51.100.${numbers.integer(20, 220)}`,
        allocationId: elastic ? make('eipalloc') : undefined,
      };
  const server = (name: string, subnetId: string, address: string, groupIds: readonly string[]): Server => ({
    interfaceId: make('eni'),
    instanceId: make('i'),
    name,
    address,
    subnetId,
    groupIds,
  });
  const web = server('web-a', publicSubnet, at(1, numbers.integer(10, 60)), [sgWeb]);
  const neighbour = server(names.neighbour, targetSubnet, at(third, numbers.integer(40, 90)), [sgNeighbour]);
  const target: Server = {
    ...server(names.target, targetSubnet, at(third, numbers.integer(100, 200)), [sgTarget]),
    publicAddress,
  };
  const app = server(names.app, appSubnet, at(isPeering ? 21 : 11, numbers.integer(10, 60)), [sgApp]);
  const far = server(names.far, farSubnet, at(isPeering ? 21 : 21, numbers.integer(70, 120)), [sgApp]);
  const servers = isPeering ? [web, neighbour, target, app, far] : [web, neighbour, target, app, far];

  const clientVpc = make('vpc');
  const pcx = make('pcx');
  const rtbClient = make('rtb');
  const deskSubnet = make('subnet');
  const aclClient = make('acl');
  const sgClient = make('sg');
  const desk = server('desktop', deskSubnet, `10.${other}.8.${numbers.integer(10, 60)}`, [sgClient]);
  const office = 16 * numbers.integer(1, 14);
  const clientAddress = isPeering ? desk.address : `203.0.113.${office + numbers.integer(1, 14)}`;
  const clientRange = isPeering ? deskCidr : `203.0.113.${office}/28`;
  const aclEntryNumber = 120;
  const toClient = isPeering ? [routeTo(clientVpcCidr, { VpcPeeringConnectionId: pcx })] : [];
  const toInternet = routeTo(ANYWHERE, { GatewayId: igw });

  const flowLogId = make('fl');
  const created = new Date(startsAt - numbers.integer(2, 20) * 86_400_000).toISOString();

  const subnetNames = isPeering
    ? { public: 'public-a', target: 'app-a', app: 'app-b', far: 'app-b' }
    : { public: 'edge-a', target: 'edge-b', app: 'app-a', far: 'app-b' };
  const subnets = [
    subnetRow(publicSubnet, vpcId, subnetNames.public, `10.${main}.1.0/24`, 'a'),
    subnetRow(targetSubnet, vpcId, subnetNames.target, `10.${main}.${third}.0/24`, isPeering ? 'a' : 'b'),
    subnetRow(
      appSubnet,
      vpcId,
      subnetNames.app,
      `10.${main}.${isPeering ? 21 : 11}.0/24`,
      isPeering ? 'b' : 'a',
    ),
    ...(isPeering ? [] : [subnetRow(farSubnet, vpcId, subnetNames.far, `10.${main}.21.0/24`, 'b')]),
  ];
  const farInSubnet: Server = isPeering ? { ...far, subnetId: appSubnet } : far;
  const placed = servers.map((s) => (s === far ? farInSubnet : s));

  const parts: Parts = {
    vpcId,
    vpcName: names.vpc,
    targetName: names.target,
    targetInstanceId: target.instanceId,
    targetInterfaceId: target.interfaceId,
    targetAddress: target.address,
    targetSubnetId: targetSubnet,
    targetSubnetName: subnetNames.target,
    targetRouteTableId: rtbTarget,
    targetSecurityGroupId: sgTarget,
    targetNetworkAclId: acl,
    neighbourInterfaceId: neighbour.interfaceId,
    neighbourName: names.neighbour,
    internetGatewayId: igw,
    flowLogId,
    clientName: isPeering ? 'desktop' : 'office',
    clientAddress,
    clientRange,
    peering: isPeering
      ? ({
          connectionId: pcx,
          clientVpcName: names.clientVpc,
          clientRouteTableId: rtbClient,
          clientInterfaceId: desk.interfaceId,
          clientVpcCidr,
          vpcCidr,
        } satisfies PeeringParts)
      : undefined,
    publicAddress,
    aclEntry: aclEntryNumber,
  };

  const snapshot = {
    Region: REGION,
    OwnerId: OWNER_ID,
    Vpcs: [
      vpcRow(vpcId, names.vpc, vpcCidr),
      ...(isPeering ? [vpcRow(clientVpc, names.clientVpc, clientVpcCidr)] : []),
    ],
    Subnets: [...subnets, ...(isPeering ? [subnetRow(deskSubnet, clientVpc, 'desk-a', deskCidr, 'a')] : [])],
    RouteTables: [
      routeTableRow(rtbMain, vpcId, 'main', [localRoute(vpcCidr)], [], true),
      routeTableRow(rtbPublic, vpcId, 'public', [localRoute(vpcCidr), toInternet], [publicSubnet]),
      routeTableRow(
        rtbTarget,
        vpcId,
        isPeering ? 'app' : 'edge-b',
        [localRoute(vpcCidr), ...(isPeering ? toClient : [toInternet])],
        isPeering ? [targetSubnet, appSubnet] : [targetSubnet],
      ),
      ...(isPeering
        ? [
            routeTableRow(
              rtbClient,
              clientVpc,
              'desks',
              [localRoute(clientVpcCidr), routeTo(vpcCidr, { VpcPeeringConnectionId: pcx })],
              [deskSubnet],
              true,
            ),
          ]
        : []),
    ],
    NetworkAcls: [
      networkAclRow(
        acl,
        vpcId,
        subnetNames.target,
        [
          aclEntry(100, false, vpcCidr, [8080, 8080]),
          aclEntry(110, false, vpcCidr, [8443, 8443]),
          aclEntry(aclEntryNumber, false, clientRange, SSH),
          aclEntry(130, false, vpcCidr, EPHEMERAL),
          aclEntry(100, true, vpcCidr, [8443, 8443]),
          aclEntry(110, true, vpcCidr, EPHEMERAL),
          aclEntry(aclEntryNumber, true, clientRange, EPHEMERAL),
        ],
        [targetSubnet],
      ),
      networkAclRow(
        make('acl'),
        vpcId,
        'default',
        [allowAll(false), allowAll(true)],
        [publicSubnet, appSubnet, ...(isPeering ? [] : [farSubnet])],
        true,
      ),
      ...(isPeering
        ? [
            networkAclRow(
              aclClient,
              clientVpc,
              'default',
              [allowAll(false), allowAll(true)],
              [deskSubnet],
              true,
            ),
          ]
        : []),
    ],
    SecurityGroups: [
      securityGroupRow(sgTarget, vpcId, names.target, [tcpFrom(22, clientRange)]),
      securityGroupRow(sgNeighbour, vpcId, names.neighbour, [
        tcpFromGroup(8080, sgWeb),
        tcpFromGroup(8443, sgApp),
      ]),
      securityGroupRow(sgWeb, vpcId, 'web', [tcpFrom(443, ANYWHERE)]),
      securityGroupRow(sgApp, vpcId, names.app, [tcpFromGroup(8443, sgNeighbour)]),
      ...(isPeering ? [securityGroupRow(sgClient, clientVpc, 'desktops', [])] : []),
    ],
    NetworkInterfaces: [
      ...placed.map((s) => networkInterfaceRow(vpcId, s)),
      ...(isPeering ? [networkInterfaceRow(clientVpc, desk)] : []),
    ],
    Instances: [
      ...placed.map((s) => instanceRow(vpcId, s)),
      ...(isPeering ? [instanceRow(clientVpc, desk)] : []),
    ],
    InternetGateways: [
      {
        InternetGatewayId: igw,
        OwnerId: OWNER_ID,
        Attachments: [{ VpcId: vpcId, State: 'available' }],
        Tags: nameTag(names.vpc),
      },
    ],
    Addresses: publicAddress?.allocationId
      ? [
          {
            PublicIp: publicAddress.address,
            AllocationId: publicAddress.allocationId,
            AssociationId: associationIdOf(publicAddress.allocationId),
            Domain: 'vpc',
            NetworkInterfaceId: target.interfaceId,
            NetworkInterfaceOwnerId: OWNER_ID,
            InstanceId: target.instanceId,
            PrivateIpAddress: target.address,
          },
        ]
      : [],
    VpcPeeringConnections: isPeering
      ? [
          {
            VpcPeeringConnectionId: pcx,
            RequesterVpcInfo: {
              VpcId: clientVpc,
              CidrBlock: clientVpcCidr,
              OwnerId: OWNER_ID,
              Region: REGION,
            },
            AccepterVpcInfo: { VpcId: vpcId, CidrBlock: vpcCidr, OwnerId: OWNER_ID, Region: REGION },
            Status: { Code: 'active', Message: 'Active' },
            Tags: nameTag(`${names.clientVpc}-${names.vpc}`),
          },
        ]
      : [],
    FlowLogs: [
      {
        FlowLogId: flowLogId,
        ResourceId: vpcId,
        TrafficType: 'ALL' as const,
        FlowLogStatus: 'ACTIVE',
        DeliverLogsStatus: 'SUCCESS',
        LogDestinationType: 'cloud-watch-logs',
        LogGroupName: `/vpc/${names.vpc}`,
        MaxAggregationInterval: 60 as const,
        CreationTime: created,
        LogFormat:
          '${version} ${account-id} ${interface-id} ${srcaddr} ${dstaddr} ${srcport} ${dstport} ${protocol} ${packets} ${bytes} ${start} ${end} ${action} ${log-status}',
      },
    ],
  };

  return {
    family,
    parts,
    world: {
      Snapshot: snapshot,
      Seed: numbers.hex(8),
      Hosts: [
        {
          Name: names.target,
          NetworkInterfaceIds: [target.interfaceId],
          Listeners: [{ Protocol: 'tcp', Port: 22 }],
          Firewall: [],
        },
        {
          Name: names.neighbour,
          NetworkInterfaceIds: [neighbour.interfaceId],
          Listeners: [
            { Protocol: 'tcp', Port: 8080 },
            { Protocol: 'tcp', Port: 8443 },
          ],
        },
        isPeering
          ? { Name: 'desktop', NetworkInterfaceIds: [desk.interfaceId] }
          : { Name: 'office', IpAddress: clientAddress },
      ],
      Traffic: [
        intentTraffic(parts, startsAt, random.fork('attempts')),
        ...backgroundTraffic(
          { web, neighbour, app: app, far: farInSubnet },
          startsAt,
          random.fork('background'),
        ),
      ],
    },
  };
}

/** Second octets of the two VPCs, kept apart so that they can be peered. */
function drawNetworks(random: Random): readonly [number, number] {
  const main = random.integer(10, 120);
  return [main, main + random.integer(10, 80)];
}
