/** New ids: past every one that a document names anywhere. */
import { describe, expect, it } from 'vitest';
import { countedIds } from '@/lib/core/ec2/actions/counted-ids';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { everything, made } from '../../support/calls';

describe('countedIds', () => {
  it.each<[string, Snapshot]>([
    ['a row', { NetworkInterfaces: [{ NetworkInterfaceId: made('eni'), SubnetId: 'subnet-1' }] }],
    [
      'a route whose target is gone',
      {
        RouteTables: [
          {
            RouteTableId: 'rtb-1',
            VpcId: 'vpc-1',
            Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NetworkInterfaceId: made('eni') }],
          },
        ],
      },
    ],
    [
      'a description',
      {
        NetworkInterfaces: [
          { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', Description: `for ${made('eni')}` },
        ],
      },
    ],
    ['a kind that nothing reads', { TrafficMirrorTargets: [{ NetworkInterfaceId: made('eni') }] }],
    [
      'an ARN',
      {
        VpcBlockPublicAccessExclusions: [
          {
            ExclusionId: 'vpcbpa-exclude-1',
            InternetGatewayExclusionMode: 'allow-egress',
            ResourceArn: `arn:aws:ec2:eu-central-1:111122223333:eni/${made('eni')}`,
          },
        ],
      },
    ],
  ])('sees an id in %s', (_where, snapshot) => {
    expect(countedIds(snapshot)('eni')).toBe(made('eni', 2));
  });

  it('counts each kind for itself', () => {
    const ids = countedIds({ Vpcs: [{ VpcId: 'vpc-0123456789abcdef0', CidrBlock: '10.0.0.0/16' }] });
    expect([ids('vpc'), ids('vpc'), ids('tgw'), ids('tgw-attach')]).toEqual([
      made('vpc'),
      made('vpc', 2),
      made('tgw'),
      made('tgw-attach'),
    ]);
  });

  it('knows every kind of everything()', () => {
    const ids = countedIds(everything());
    for (const [prefix, next] of [
      ['eni', 7],
      ['tgw-attach', 4],
      ['tgw-rtb', 3],
      ['vpce', 4],
      ['nat', 2],
      ['pl', 3],
      ['vgw', 2],
      ['cgw', 2],
      ['vpn', 2],
      ['eigw', 2],
      ['vpcbpa-exclude', 2],
      ['eipassoc', 2],
    ] as const)
      expect(ids(prefix)).toBe(made(prefix, next));
  });
});
