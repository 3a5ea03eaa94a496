/** Faults of NAT gateways: the wrong kind, a dead one, and what they do that nobody expects. */
import type { Change, World } from '../../simulate/world';
import type { Row } from '../draft/draft';
import { edit } from '../edit';
import { NETWORK_LOGS, TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { type IntentPath, isFunction, met } from '../intent-path';

const TASKS = [VPC_FAULTS, TROUBLESHOOTING];

function natGateway(path: IntentPath): Row<'NatGateways'> | undefined {
  const id = met(path, 'forward', 'nat-gateway')[0]?.component;
  return path.design.world.Snapshot.NatGateways?.find((row) => row.NatGatewayId === id);
}

/** Every table that used the one now uses another: one that stands there, or one that is made in the same place. */
function throughAnother({ Snapshot }: World, { NatGatewayId: old, VpcId, SubnetId }: Row<'NatGateways'>) {
  const other = Snapshot.NatGateways?.find(
    (row) =>
      row.NatGatewayId !== old &&
      row.VpcId === VpcId &&
      row.State === 'available' &&
      row.ConnectivityType === 'public',
  );
  const made: readonly Change[] = other
    ? []
    : [
        { Service: 'ec2', Action: 'AllocateAddress', Domain: 'vpc', As: 'address' },
        {
          Service: 'ec2',
          Action: 'CreateNatGateway',
          As: 'gateway',
          ...(SubnetId !== undefined && { SubnetId }),
          AllocationId: { Ref: 'address' },
        },
      ];
  const NatGatewayId = other?.NatGatewayId ?? { Ref: 'gateway' };
  const routed = (Snapshot.RouteTables ?? []).flatMap(({ RouteTableId, Routes = [] }) =>
    Routes.filter((row) => row.NatGatewayId === old).map(
      ({ DestinationCidrBlock = '' }): Change => ({
        Service: 'ec2',
        Action: 'ReplaceRoute',
        RouteTableId,
        DestinationCidrBlock,
        NatGatewayId,
      }),
    ),
  );
  return [...made, ...routed];
}

/** F018 */
export const natState: Fault = {
  id: 'nat-state',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The NAT gateway has failed, and the routes of all who use it are blackholes.',
  sites(path) {
    const gateway = natGateway(path);
    if (!gateway || isFunction(path)) return [];
    const failed = edit(path.design.world, 'NatGateways', (row) =>
      row === gateway ? { ...row, State: 'failed' as const } : row,
    );
    return [
      {
        at: gateway.NatGatewayId,
        inject: () =>
          edit(failed, 'RouteTables', (table) => ({
            ...table,
            Routes: (table.Routes ?? []).map((route) =>
              route.NatGatewayId === gateway.NatGatewayId ? { ...route, State: 'blackhole' as const } : route,
            ),
          })),
        repair: (world) => throughAnother(world, gateway),
      },
    ];
  },
};

/** F017: it translates, to an address that the internet gateway has no public one for. */
export const natPrivateType: Fault = {
  id: 'nat-private-type',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'The NAT gateway was made with private connectivity, and the default route to the internet leads to it.',
  sites(path) {
    const gateway = natGateway(path);
    if (!gateway || isFunction(path)) return [];
    const { NatGatewayId } = gateway;
    const ids = (gateway.NatGatewayAddresses ?? []).map((row) => row.NetworkInterfaceId);
    const bare = edit(path.design.world, 'NetworkInterfaces', (row) => {
      if (!ids.includes(row.NetworkInterfaceId)) return row;
      const { Association: _none, ...rest } = row;
      const PrivateIpAddresses = (row.PrivateIpAddresses ?? []).map(({ Association: _too, ...own }) => own);
      return { ...rest, PrivateIpAddresses };
    });
    const Addresses = (bare.Snapshot.Addresses ?? []).filter(
      (row) => !ids.includes(row.NetworkInterfaceId ?? ''),
    );
    return [
      {
        at: NatGatewayId,
        inject: () =>
          edit({ ...bare, Snapshot: { ...bare.Snapshot, Addresses } }, 'NatGateways', (row) =>
            row.NatGatewayId === NatGatewayId
              ? {
                  ...row,
                  ConnectivityType: 'private' as const,
                  NatGatewayAddresses: (row.NatGatewayAddresses ?? []).map(
                    ({ AllocationId: _a, AssociationId: _b, PublicIp: _c, ...own }) => own,
                  ),
                }
              : row,
          ),
        repair: (world) => throughAnother(world, gateway),
      },
    ];
  },
};

/**
 * F021: after 350 seconds without a packet the gateway answers the next one with RST. No setting changes that: the client
 * has to be heard of sooner. https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const natIdle: Fault = {
  id: 'nat-idle',
  layer: 'upstream',
  symptom: 'interrupted',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  says: 'A connection through the NAT gateway is silent for longer than 350 seconds, and its next packet is answered with RST.',
  sites(path) {
    const gateway = natGateway(path);
    if (!gateway || path.intent.protocol !== 'tcp') return [];
    return [
      {
        at: gateway.NatGatewayId,
        inject: () => path.design.world,
        attempt: { Requests: 2, Pause: 400 },
        repair: () => [],
        attemptAfter: () => ({ Requests: 2, Pause: 300 }),
      },
    ];
  },
};

/** F022 */
export const natInboundNoise: Fault = {
  id: 'nat-inbound-noise',
  layer: 'upstream',
  symptom: 'false-alarm',
  tasks: [NETWORK_LOGS, TROUBLESHOOTING],
  says: 'Strangers knock at the NAT gateway, its interface writes ACCEPT, and nothing of it gets any further.',
  sites(path) {
    const address = natGateway(path)?.NatGatewayAddresses?.[0];
    const { NetworkInterfaceId, PublicIp } = address ?? {};
    if (NetworkInterfaceId === undefined || PublicIp === undefined) return [];
    return [
      {
        at: NetworkInterfaceId,
        inject: () => path.design.world,
        repair: () => [],
        extras: (startsAt) =>
          [22, 443, 3389].map((Port, i) => ({
            From: STRANGER,
            To: PublicIp,
            Protocol: 'tcp',
            Port,
            At: new Date(startsAt + (95 + 140 * i) * 1000).toISOString(),
          })),
        shows: (lines) =>
          lines.some(
            ({ interfaceId, fields }) =>
              interfaceId === NetworkInterfaceId && fields.srcaddr === STRANGER && fields.action === 'ACCEPT',
          ),
      },
    ];
  },
};

/** RFC 5737, TEST-NET-3: somebody who tries every door. */
export const STRANGER = '203.0.113.251';

export const NAT_GATEWAY_FAULTS: readonly Fault[] = [natState, natPrivateType, natIdle, natInboundNoise];
