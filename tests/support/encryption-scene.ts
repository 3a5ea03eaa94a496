/**
 * AWS's example of encryption controls in monitor mode: a web server and a client that encrypt between their Nitro cards,
 * and a client of an older generation that cannot.
 * https://aws.amazon.com/blogs/aws/introducing-vpc-encryption-controls-enforce-encryption-in-transit-within-and-across-vpcs-in-a-region/
 */
import { allowAll, networkAclRow, securityGroupRow } from '@/lib/core/scenario/blueprints/filter-rows';
import { localRoute, routeTableRow } from '@/lib/core/scenario/blueprints/route-rows';
import { subnetRow, vpcRow } from '@/lib/core/scenario/blueprints/rows';
import { instanceRow, networkInterfaceRow, type Server } from '@/lib/core/scenario/blueprints/server-rows';
import type { World } from '@/lib/core/simulate/world';
import type { Scene } from './replay';

const START = Date.UTC(2026, 2, 2, 10, 0, 0);
const SERVER = 'eni-server';

const SERVERS = [
  { name: 'server', address: '10.0.128.55', type: 'm7i.large' },
  { name: 'nitro', address: '10.0.133.8', type: 'm7i.large' },
  { name: 'older', address: '10.0.130.104', type: 't2.micro' },
].map(({ name, address, type }) => ({
  type,
  row: {
    interfaceId: `eni-${name}`,
    instanceId: `i-${name}`,
    name,
    address,
    subnetId: 'subnet-1',
    groupIds: ['sg-1'],
  } satisfies Server,
}));

/** Who calls the web server from which port, in the order of the records. */
const CALLS = [
  ['eni-nitro', 43236],
  ['eni-nitro', 36902],
  ['eni-older', 55016],
  ['eni-older', 60276],
] as const;

const world: World = {
  Snapshot: {
    Region: 'us-east-1',
    OwnerId: '111122223333',
    Vpcs: [vpcRow('vpc-1', 'one', '10.0.0.0/16')],
    Subnets: [subnetRow('subnet-1', 'vpc-1', 'one', '10.0.128.0/20', 'a')],
    RouteTables: [routeTableRow('rtb-1', 'vpc-1', 'one', [localRoute('10.0.0.0/16')], ['subnet-1'], true)],
    NetworkAcls: [
      networkAclRow('acl-1', 'vpc-1', 'one', [allowAll(false), allowAll(true)], ['subnet-1'], true),
    ],
    SecurityGroups: [
      securityGroupRow('sg-1', 'vpc-1', 'one', [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '10.0.0.0/16' }] }]),
    ],
    NetworkInterfaces: SERVERS.map(({ row }) => networkInterfaceRow('vpc-1', row)),
    Instances: SERVERS.map(({ row, type }) => ({ ...instanceRow('vpc-1', row), InstanceType: type })),
    VpcEncryptionControls: [{ VpcId: 'vpc-1', Mode: 'monitor', State: 'available' }],
  },
  Hosts: [
    { Name: 'server', NetworkInterfaceIds: [SERVER], Listeners: [{ Protocol: 'tcp', Port: 80 }] },
    { Name: 'nitro', NetworkInterfaceIds: ['eni-nitro'] },
    { Name: 'older', NetworkInterfaceIds: ['eni-older'] },
  ],
  Traffic: CALLS.map(([From, SourcePort], i) => ({
    From,
    To: '10.0.128.55',
    Protocol: 'tcp',
    Port: 80,
    SourcePort,
    At: new Date(START + i * 1000).toISOString(),
  })),
};

export const ENCRYPTION_SCENE: Scene = { by: 'traffic', interfaceId: SERVER, world };
