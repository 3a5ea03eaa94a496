/** The configuration behind each of AWS's published examples, as far as the example tells it. */
import { allowAll, networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow, routeTo } from '@/lib/core/scenario/blueprints/route-rows';
import { subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import type { World } from '@/lib/core/simulate/world';
import { ENCRYPTION_SCENE } from './encryption-scene';
import type { Scene } from './replay';
import { TRANSIT_SCENES } from './transit-scene';

const ANY = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }], Ipv6Ranges: [{ CidrIpv6: '::/0' }] }];
const VPC = 'vpc-abcdefab012345678';
const SUBNET = 'subnet-aaaaaaaa012345678';
const ENI = 'eni-1235b8ca123456789';
const INSTANCE = 'i-01234567890123456';

type Entry = ReturnType<typeof allowAll>;
const denyIcmp = (Egress: boolean): Entry => ({
  RuleNumber: 50,
  Egress,
  CidrBlock: '0.0.0.0/0',
  Protocol: '1',
  RuleAction: 'deny',
});

interface Sketch {
  readonly account: string;
  readonly cidr: string;
  readonly subnet: string;
  readonly address: string;
  readonly publicAddress?: string;
  /** Another interface of the VPC, in its own subnet. */
  readonly remote?: { readonly address: string; readonly subnet: string; readonly ipv6?: string };
  readonly ipv6?: {
    readonly vpc: string;
    readonly subnet: string;
    readonly remoteSubnet: string;
    readonly address: string;
  };
  readonly denied?: 'rdp' | 'icmp-in' | 'icmp-out';
  /** The creation of the flow log, from which its windows are counted. */
  readonly created: number;
  readonly interval?: 60 | 600;
  readonly instanceId?: string;
  readonly extra?: Partial<World>;
}

/** One VPC with an internet gateway, and the monitored interface in it; open but for what is `denied`. */
function world(sketch: Sketch): World {
  const { account, cidr, remote, ipv6, denied } = sketch;
  const server = (
    interfaceId: string,
    instanceId: string,
    address: string,
    subnetId: string,
    publicIp?: string,
  ): Server => ({
    interfaceId,
    instanceId,
    name: interfaceId,
    address,
    subnetId,
    groupIds: ['sg-1'],
    publicAddress: publicIp === undefined ? undefined : { address: publicIp, allocationId: undefined },
  });
  const own = server(ENI, sketch.instanceId ?? INSTANCE, sketch.address, SUBNET, sketch.publicAddress);
  const other = remote && server('eni-remote', 'i-remote', remote.address, 'subnet-remote');
  const withIpv6 = (row: ReturnType<typeof networkInterfaceRow>, address: string | undefined) =>
    address === undefined ? row : { ...row, Ipv6Addresses: [{ Ipv6Address: address }] };
  const ipv6Set = (block: string | undefined) =>
    block === undefined
      ? {}
      : {
          Ipv6CidrBlockAssociationSet: [
            { Ipv6CidrBlock: block, Ipv6CidrBlockState: { State: 'associated' } },
          ],
        };
  const ingress =
    denied === 'rdp'
      ? [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
      : denied === 'icmp-in'
        ? []
        : ANY;
  const region = account === '123456789012' ? 'ap-southeast-2' : 'us-east-1';
  const group = securityGroupRow('sg-1', VPC, 'one', ingress);
  return {
    Snapshot: {
      Region: region,
      OwnerId: account,
      Vpcs: [{ ...vpcRow(VPC, 'one', cidr), ...ipv6Set(ipv6?.vpc) }],
      Subnets: [
        {
          ...subnetRow(SUBNET, VPC, 'own', sketch.subnet, 'a'),
          AvailabilityZone: `${region}a`,
          AvailabilityZoneId: 'apse2-az3',
          ...ipv6Set(ipv6?.subnet),
        },
        ...(remote
          ? [
              {
                ...subnetRow('subnet-remote', VPC, 'remote', remote.subnet, 'b'),
                ...ipv6Set(ipv6?.remoteSubnet),
              },
            ]
          : []),
      ],
      RouteTables: [
        routeTableRow(
          'rtb-1',
          VPC,
          'main',
          [
            localRoute(cidr),
            routeTo('0.0.0.0/0', { GatewayId: 'igw-1' }),
            ...(ipv6
              ? [
                  {
                    DestinationIpv6CidrBlock: ipv6.vpc,
                    GatewayId: 'local',
                    Origin: 'CreateRouteTable',
                    State: 'active' as const,
                  },
                ]
              : []),
          ],
          [],
          true,
        ),
      ],
      NetworkAcls: [
        networkAclRow(
          'acl-1',
          VPC,
          'default',
          [
            ...(denied === 'icmp-out' ? [denyIcmp(true)] : []),
            ...[false, true].flatMap((Egress): Entry[] => [
              allowAll(Egress),
              { RuleNumber: 110, Egress, Ipv6CidrBlock: '::/0', Protocol: '-1', RuleAction: 'allow' },
            ]),
          ],
          [],
          true,
        ),
      ],
      // Only what the ping example says is closed outbound: it does not matter for the answer.
      SecurityGroups: [
        denied === 'icmp-out'
          ? { ...group, IpPermissionsEgress: [] }
          : { ...group, IpPermissionsEgress: ANY },
      ],
      NetworkInterfaces: [
        withIpv6(networkInterfaceRow(VPC, own), ipv6?.address),
        ...(other ? [withIpv6(networkInterfaceRow(VPC, other), remote?.ipv6)] : []),
      ].map((row) => ({ ...row, OwnerId: account })),
      Instances: [instanceRow(VPC, own), ...(other ? [instanceRow(VPC, other)] : [])],
      InternetGateways: [{ InternetGatewayId: 'igw-1', Attachments: [{ VpcId: VPC, State: 'available' }] }],
      FlowLogs: [
        {
          FlowLogId: 'fl-1',
          ResourceId: ENI,
          TrafficType: 'ALL',
          MaxAggregationInterval: sketch.interval ?? 600,
          CreationTime: new Date(sketch.created * 1000).toISOString(),
        },
      ],
    },
    ...sketch.extra,
  };
}

/** An interface without an instance: aggregated over ten minutes, as all were before Nitro. */
function beforeNitro(made: World): World {
  const { NetworkInterfaces = [], ...rest } = made.Snapshot;
  return {
    ...made,
    Snapshot: {
      ...rest,
      Instances: [],
      NetworkInterfaces: NetworkInterfaces.map(({ Attachment: _attachment, ...row }) => row),
    },
  };
}

const ping = (denied?: Sketch['denied']): World =>
  beforeNitro(
    world({
      account: '123456789010',
      cidr: '172.31.0.0/16',
      subnet: '172.31.16.0/20',
      address: '172.31.16.139',
      publicAddress: '198.51.100.7',
      created: 1432916400,
      ...(denied && { denied }),
    }),
  );

const FROM_HOME = {
  From: '203.0.113.12',
  To: '198.51.100.7',
  Protocol: 'icmp',
  At: '2015-05-29T16:30:27Z',
  Requests: 4,
};

const flagged = (address: string, created: number): World =>
  world({
    account: '123456789010',
    cidr: '10.0.0.0/16',
    subnet: '10.0.0.0/24',
    address,
    publicAddress: '198.51.100.7',
    created,
  });

/** Instance 10.0.1.5 behind a NAT gateway 10.0.0.220; no security group on the gateway's interface. */
function nat(): World {
  const base = world({
    account: '123456789010',
    cidr: '10.0.0.0/16',
    subnet: '10.0.1.0/24',
    address: '10.0.1.5',
    remote: { address: '10.0.0.220', subnet: '10.0.0.0/24' },
    created: 1_600_000_000,
    interval: 60,
  });
  const { RouteTables = [], NetworkInterfaces = [], ...rest } = base.Snapshot;
  return {
    Snapshot: {
      ...rest,
      Instances: (rest.Instances ?? []).filter(({ InstanceId }) => InstanceId !== 'i-remote'),
      RouteTables: [
        ...RouteTables.map((table) => ({
          ...table,
          Associations: [
            ...(table.Associations ?? []),
            { RouteTableAssociationId: 'rtbassoc-2', SubnetId: 'subnet-remote', Main: false },
          ],
        })),
        routeTableRow(
          'rtb-2',
          VPC,
          'private',
          [localRoute('10.0.0.0/16'), routeTo('0.0.0.0/0', { NatGatewayId: 'nat-1' })],
          [SUBNET],
        ),
      ],
      NetworkInterfaces: NetworkInterfaces.map((row) => {
        if (row.NetworkInterfaceId !== 'eni-remote')
          return { ...row, NetworkInterfaceId: 'eni-1111aaaa2222bbbb3' };
        const { Attachment: _attachment, ...bare } = row;
        const Association = { PublicIp: '198.51.100.9', IpOwnerId: '123456789010' };
        return {
          ...bare,
          NetworkInterfaceId: ENI,
          RequesterManaged: true,
          InterfaceType: 'nat_gateway',
          SourceDestCheck: false,
          Groups: [],
          Association,
          PrivateIpAddresses: [{ PrivateIpAddress: '10.0.0.220', Primary: true, Association }],
        };
      }),
      NatGateways: [
        {
          NatGatewayId: 'nat-1',
          VpcId: VPC,
          SubnetId: 'subnet-remote',
          State: 'available',
          ConnectivityType: 'public',
          NatGatewayAddresses: [
            { NetworkInterfaceId: ENI, PrivateIp: '10.0.0.220', PublicIp: '198.51.100.9' },
          ],
        },
      ],
      FlowLogs: (rest.FlowLogs ?? []).map((log) => ({ ...log, ResourceId: VPC })),
    },
    Traffic: [
      { From: '10.0.1.5', To: '203.0.113.5', Protocol: 'tcp', Port: 443, At: '2020-09-13T12:30:00Z' },
    ],
  };
}

const WINDOW: Scene['notGiven'] = ['start', 'end'];

export const SCENES: Readonly<Record<string, Scene>> = {
  ...TRANSIT_SCENES,
  'accepted-ssh': {
    by: 'packets',
    interfaceId: ENI,
    world: beforeNitro(
      world({
        account: '123456789010',
        cidr: '172.31.0.0/16',
        subnet: '172.31.16.0/25',
        address: '172.31.16.21',
        remote: { address: '172.31.16.139', subnet: '172.31.16.128/25' },
        created: 1418529600,
      }),
    ),
  },
  'rejected-rdp': {
    by: 'packets',
    interfaceId: ENI,
    world: beforeNitro(
      world({
        account: '123456789010',
        cidr: '172.31.0.0/16',
        subnet: '172.31.9.0/26',
        address: '172.31.9.12',
        remote: { address: '172.31.9.69', subnet: '172.31.9.64/26' },
        denied: 'rdp',
        created: 1418529600,
      }),
    ),
  },
  nodata: {
    by: 'packets',
    interfaceId: ENI,
    world: { ...ping(), Now: '2015-05-29T18:00:00Z' },
    notGiven: WINDOW,
  },
  skipdata: {
    by: 'packets',
    interfaceId: ENI,
    world: {
      ...ping(),
      Now: '2015-05-29T18:00:00Z',
      LostRecords: [{ NetworkInterfaceId: ENI, From: '2015-05-01T00:00:00Z', To: '2015-06-30T00:00:00Z' }],
    },
    // The page names another interface than in its other examples.
    notGiven: [...WINDOW, 'interface-id'],
  },
  'vpc-encryption-controls-blog': ENCRYPTION_SCENE,
  'ping-nacl-egress-deny': {
    by: 'packets',
    interfaceId: ENI,
    world: ping('icmp-out'),
    dialled: { '172.31.16.139': '198.51.100.7' },
  },
  'ping-nacl-egress-allow-variant': {
    by: 'traffic',
    interfaceId: ENI,
    world: { ...ping(), Traffic: [FROM_HOME] },
  },
  'ping-sg-ingress-deny-variant': {
    by: 'traffic',
    interfaceId: ENI,
    world: { ...ping('icmp-in'), Traffic: [FROM_HOME] },
  },
  'ipv6-ssh': {
    by: 'packets',
    interfaceId: ENI,
    world: beforeNitro(
      world({
        account: '123456789010',
        cidr: '10.0.0.0/16',
        subnet: '10.0.2.0/24',
        address: '10.0.2.10',
        remote: {
          address: '10.0.1.10',
          subnet: '10.0.1.0/24',
          ipv6: '2001:db8:1234:a100:8d6e:3477:df66:f105',
        },
        ipv6: {
          vpc: '2001:db8:1234:a100::/56',
          subnet: '2001:db8:1234:a102::/64',
          remoteSubnet: '2001:db8:1234:a100::/64',
          address: '2001:db8:1234:a102:3304:8879:34cf:4071',
        },
        created: 1477913400,
      }),
    ),
  },
  'tcp-flags-two-handshakes': {
    by: 'packets',
    interfaceId: ENI,
    world: flagged('10.0.0.62', 1566848875),
    dialled: { '10.0.0.62': '198.51.100.7' },
  },
  'tcp-flags-close-second-interval': {
    by: 'packets',
    interfaceId: ENI,
    world: longWindow(1566848933),
    dialled: { '10.0.0.62': '198.51.100.7' },
  },
  'tcp-flags-short-connection': {
    by: 'packets',
    interfaceId: ENI,
    world: longWindow(1566933133),
    dialled: { '10.0.0.62': '198.51.100.7' },
  },
  'nat-gateway-eni': { by: 'traffic', interfaceId: ENI, world: nat() },
  'nat-gateway-instance-eni': { by: 'traffic', interfaceId: 'eni-1111aaaa2222bbbb3', world: nat() },
  's3-service-name-path-direction': {
    by: 'packets',
    interfaceId: ENI,
    dialled: { '10.0.0.71': '198.51.100.7' },
    world: withRanges(
      world({
        account: '123456789012',
        cidr: '10.0.0.0/16',
        subnet: '10.0.0.0/24',
        address: '10.0.0.71',
        publicAddress: '198.51.100.7',
        created: 1616729292,
        instanceId: 'i-0c50d5961bcb2d47b',
      }),
    ),
  },
  'exp-cantrill-ping-internet': {
    by: 'traffic',
    interfaceId: 'eni-01ed204d4ab726d6d',
    notGiven: WINDOW,
    world: renamed(
      world({
        account: '123456789012',
        cidr: '172.31.0.0/16',
        subnet: '172.31.16.0/20',
        address: '172.31.26.160',
        publicAddress: '198.51.100.7',
        created: 1678845660,
        interval: 60,
      }),
      'eni-01ed204d4ab726d6d',
      { From: '172.31.26.160', To: '8.8.8.8', Protocol: 'icmp', At: '2023-03-15T02:01:38Z', Requests: 3 },
    ),
  },
  'exp-kyhau-nacl-changed-mid-window': {
    by: 'traffic',
    interfaceId: 'eni-xxx',
    notGiven: WINDOW,
    world: {
      ...renamed(
        world({
          account: '9xxx',
          cidr: '172.31.0.0/16',
          subnet: '172.31.32.0/20',
          address: '172.31.44.17',
          publicAddress: '198.51.100.7',
          created: 1554186840,
          interval: 60,
        }),
        'eni-xxx',
        {
          From: '123.45.67.89',
          To: '198.51.100.7',
          Protocol: 'icmp',
          Bytes: 32,
          At: '2019-04-02T06:34:10Z',
          Requests: 2,
        },
      ),
      Timeline: [
        {
          At: '2019-04-02T06:34:10.500Z',
          Changes: [
            {
              Service: 'ec2',
              Action: 'CreateNetworkAclEntry',
              NetworkAclId: 'acl-1',
              RuleNumber: 50,
              Egress: true,
              Protocol: '1',
              RuleAction: 'deny',
              CidrBlock: '0.0.0.0/0',
            },
          ],
        },
      ],
    },
  },
};

/** Records of three minutes are not those of a Nitro instance. */
function longWindow(created: number): World {
  const made = flagged('10.0.0.62', created);
  const Instances = (made.Snapshot.Instances ?? []).map((row) => ({ ...row, InstanceType: 't2.micro' }));
  return { ...made, Snapshot: { ...made.Snapshot, Instances } };
}

function withRanges(made: World): World {
  const IpRanges = [
    { ip_prefix: '52.95.128.0/21', service: 'AMAZON', region: 'ap-southeast-2' },
    { ip_prefix: '52.95.128.0/21', service: 'S3', region: 'ap-southeast-2' },
  ];
  return { ...made, Snapshot: { ...made.Snapshot, IpRanges } };
}

function renamed(made: World, id: string, traffic: NonNullable<World['Traffic']>[number]): World {
  const { NetworkInterfaces = [], FlowLogs = [], ...rest } = made.Snapshot;
  return {
    ...made,
    Snapshot: {
      ...rest,
      NetworkInterfaces: NetworkInterfaces.map((row) => ({ ...row, NetworkInterfaceId: id })),
      FlowLogs: FlowLogs.map((log) => ({ ...log, ResourceId: id })),
    },
    Traffic: [traffic],
  };
}
