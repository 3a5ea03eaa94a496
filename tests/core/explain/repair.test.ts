/** Repairs in one sentence, alike in length, whatever they consist of. */
import { describe, expect, it } from 'vitest';
import { plain } from '@/lib/core/explain/prose';
import { repairSentence } from '@/lib/core/explain/repair';
import type { Change } from '@/lib/core/simulate/world';

const entry = (Egress: boolean, From: number, To: number): Change => ({
  Service: 'ec2',
  Action: 'CreateNetworkAclEntry',
  NetworkAclId: 'acl-1',
  RuleNumber: 1,
  Protocol: '6',
  RuleAction: 'allow',
  Egress,
  CidrBlock: '10.0.1.5/32',
  PortRange: { From, To },
});

const host = { Service: 'host', Host: 'web', Protocol: 'tcp', Port: 22 } as const;

describe('a repair in one sentence', () => {
  it.each<readonly [string, readonly Change[]]>([
    [
      'Allow tcp 22 from 10.0.1.5/32 and the answers in acl-1',
      [entry(false, 22, 22), entry(true, 1024, 65535)],
    ],
    [
      'Allow tcp 443 to 10.0.1.5/32 and the answers in acl-1',
      [entry(false, 1024, 65535), entry(true, 443, 443)],
    ],
    [
      'Start the service for tcp 22 on web, and let its own firewall accept it',
      [
        { ...host, Action: 'StartListener' },
        { ...host, Action: 'AddFirewallRule', Direction: 'in', Do: 'accept' },
      ],
    ],
    [
      'Let the firewall on the host web itself accept tcp 22, from everywhere',
      [{ ...host, Action: 'AddFirewallRule', Direction: 'in', Do: 'accept' }],
    ],
    [
      'Attach the internet gateway igw-1 to the VPC vpc-1',
      [{ Service: 'ec2', Action: 'AttachInternetGateway', InternetGatewayId: 'igw-1', VpcId: 'vpc-1' }],
    ],
    [
      'Remove the route for 10.1.0.0/16 from the route table rtb-1',
      [{ Service: 'ec2', Action: 'DeleteRoute', RouteTableId: 'rtb-1', DestinationCidrBlock: '10.1.0.0/16' }],
    ],
  ])('%s', (sentence, changes) => {
    expect(plain(repairSentence(changes))).toBe(sentence);
  });

  it('says several edits one after another where they are no pair', () => {
    const twice = plain(repairSentence([entry(false, 22, 22), entry(false, 23, 23)]));
    expect(twice.split('; ')).toHaveLength(2);
  });
});
