/** One dangling reference is one issue: nothing else may be called missing that stands in the document. */
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { type Call, done } from '../../support/calls';
import { pair } from '../../support/pair';

/** A subnet that everything else leans on: associations, an interface, a NAT gateway, an endpoint, a route. */
function leaning(): Snapshot {
  const { Snapshot } = pair();
  return {
    ...Snapshot,
    RouteTables: (Snapshot.RouteTables ?? []).map((table) => ({
      ...table,
      Routes: [
        ...(table.Routes ?? []),
        { DestinationCidrBlock: '192.0.2.0/24', NetworkInterfaceId: 'eni-s', State: 'active' as const },
      ],
    })),
    NatGateways: [
      {
        NatGatewayId: 'nat-1',
        VpcId: 'vpc-1',
        SubnetId: 'subnet-s',
        State: 'available',
        NatGatewayAddresses: [{ NetworkInterfaceId: 'eni-s', PrivateIp: '10.0.2.20' }],
      },
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-1',
        VpcId: 'vpc-1',
        VpcEndpointType: 'Interface',
        NetworkInterfaceIds: ['eni-s'],
      },
    ],
  };
}

function issuesOf(snapshot: Snapshot): readonly string[] {
  const door = parseNetwork(snapshot);
  return 'issues' in door ? door.issues.map(({ message }) => message) : [];
}

function inSubnetS(row: Partial<NonNullable<Snapshot['Subnets']>[number]>): Snapshot {
  const snapshot = leaning();
  return {
    ...snapshot,
    Subnets: (snapshot.Subnets ?? []).map((own) => (own.SubnetId === 'subnet-s' ? { ...own, ...row } : own)),
  };
}

const LOG = {
  Action: 'CreateFlowLogs',
  ResourceType: 'Subnet',
  TrafficType: 'ALL',
  LogDestinationType: 's3',
  LogDestination: 'arn:aws:s3:::flow-logs-of-ours',
} as const;
const logOf = (ResourceId: string) => ({ ...leaning(), FlowLogs: [{ FlowLogId: 'fl-1', ResourceId }] });

const BROKEN: readonly (readonly [string, Snapshot, string])[] = [
  ['a flow log of nothing', logOf('vpc-x'), '`vpc-x` is not in the snapshot'],
  [
    'a subnet of an unknown VPC',
    inSubnetS({ VpcId: 'vpc-x' }),
    '`subnet-s` lies in `vpc-x`, which is not in the snapshot',
  ],
  [
    'an interface without an address',
    {
      ...leaning(),
      NetworkInterfaces: (leaning().NetworkInterfaces ?? []).map(
        ({ PrivateIpAddress: address, PrivateIpAddresses: list, ...row }) =>
          row.NetworkInterfaceId === 'eni-s'
            ? row
            : { ...row, PrivateIpAddress: address, PrivateIpAddresses: list },
      ),
    },
    '`eni-s` has no private IPv4 address',
  ],
];

describe('a dangling reference', () => {
  it('is none in the document that the rows below break', () => {
    expect(issuesOf(leaning())).toEqual([]);
  });

  it.each(BROKEN)('%s: one issue', (_what, snapshot, message) => {
    expect(issuesOf(snapshot)).toEqual([message]);
  });

  it('to something that stands nowhere is told at each place that makes it', () => {
    const { Subnets = [], ...rest } = leaning();
    const messages = issuesOf({
      ...rest,
      Subnets: Subnets.filter(({ SubnetId }) => SubnetId !== 'subnet-s'),
    });
    expect(messages).toContain('`eni-s` sits in `subnet-s`, which is not in the snapshot');
    expect(messages.filter((message) => message === '`subnet-s` is not in the snapshot')).toHaveLength(2);
    expect(messages.join(' ')).not.toMatch(/`eni-s`, which is not in the snapshot/);
  });
});

describe('a flow log', () => {
  it.each(['vpc-1', 'subnet-s', 'eni-s', 'nat-1'])('may cover %s', (id) => {
    expect(parseNetwork(logOf(id))).toMatchObject({ notices: [] });
  });

  it('of a transit gateway is told to be nothing that is modelled', () => {
    const path = ['FlowLogs', 0, 'ResourceId'];
    const message = 'not modelled: a flow log of a transit gateway, `tgw-1`';
    expect(parseNetwork(logOf('tgw-1'))).toMatchObject({ notices: [{ path, message }] });
  });

  it('goes along with what it covered', () => {
    const snapshot = done(
      logOf('subnet-s'),
      { Action: 'CreateSubnet', VpcId: 'vpc-1', CidrBlock: '10.0.9.0/24', As: 'new' },
      { ...LOG, ResourceIds: [{ Ref: 'new' }] } satisfies Call,
      { Action: 'DeleteSubnet', SubnetId: { Ref: 'new' } },
    );
    expect(snapshot.FlowLogs).toEqual(logOf('subnet-s').FlowLogs);
  });
});
