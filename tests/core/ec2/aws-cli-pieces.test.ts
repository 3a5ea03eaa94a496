/** Where a command line may be broken: between options, never between an option and its value. */
import { describe, expect, it } from 'vitest';
import type { Action } from '@/lib/core/ec2/actions/action';
import { awsCliPieces } from '@/lib/core/ec2/aws-cli';

const ec2 = (action: object): Action => ({ Service: 'ec2', ...action }) as Action;

describe('awsCliPieces', () => {
  it('keeps every option with its value', () => {
    expect(
      awsCliPieces(
        ec2({
          Action: 'CreateNetworkAclEntry',
          NetworkAclId: 'acl-1',
          RuleNumber: 50,
          Egress: true,
          Protocol: '6',
          RuleAction: 'allow',
          CidrBlock: '10.0.0.0/8',
          PortRange: { From: 22, To: 22 },
        }),
      ),
    ).toEqual([
      'aws ec2 create-network-acl-entry',
      '--network-acl-id acl-1',
      '--rule-number 50',
      '--egress',
      '--protocol 6',
      '--rule-action allow',
      '--cidr-block 10.0.0.0/8',
      '--port-range From=22,To=22',
    ]);
  });

  it.each([
    ['AllocateAddress', 'AllocationId'],
    ['CreateRouteTable', 'RouteTable.RouteTableId'],
    ['CreateInternetGateway', 'InternetGateway.InternetGatewayId'],
    ['CreateSecurityGroup', 'GroupId'],
    ['CreateTransitGatewayVpcAttachment', 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId'],
    ['RunInstances', "'Instances[0].InstanceId'"],
  ])('%s: what it makes is kept in a variable', (name, query) => {
    const pieces = awsCliPieces(ec2({ Action: name, As: 'made' }));
    expect(pieces[0]).toMatch(/^made=\$\(aws ec2 /);
    expect(pieces.slice(-2)).toEqual([`--query ${query}`, '--output text)']);
  });
});
