/** Interface endpoints: an interface with a group, which answers and starts nothing. */
import { expect } from 'vitest';
import { ask } from '../../support/network/ask';
import { at, play, traffic } from '../../support/network/play';
import { asks, type Case, ec2, proves } from './case';
import { withInterfaceEndpoint } from './endpoint-world';

export const CASES: readonly Case[] = [
  asks(
    'endpoint.interface',
    'its group lets in',
    withInterfaceEndpoint(),
    'web > 10.1.5.20 tcp 443',
    'established via sg-vpce',
  ),
  asks(
    'endpoint.interface',
    'or not',
    withInterfaceEndpoint(['tcp 10.9.0.0/16 443']),
    'web > 10.1.5.20 tcp 443',
    'timeout: forward denied-in at sg-vpce by sg.no-rule',
  ),
  asks(
    'endpoint.interface',
    'it answers no ping',
    withInterfaceEndpoint(['all 0.0.0.0/0']),
    'web > 10.1.5.20 icmp',
    'timeout: forward host-dropped at eni-vpce-kms by vpce.no-ping',
  ),
  asks(
    'endpoint.interface',
    'it starts nothing',
    withInterfaceEndpoint(),
    'eni-vpce-kms > web tcp 443',
    'never-sent',
  ),
  asks(
    'endpoint.interface',
    'from a peered VPC',
    withInterfaceEndpoint(),
    'api > 10.1.5.20 tcp 443',
    'established via pcx-ab',
  ),
  asks(
    'endpoint.interface',
    'from the premises',
    withInterfaceEndpoint(),
    '192.168.4.7 > 10.1.5.20 tcp 443',
    'established via vpn-1',
  ),
  proves(
    'endpoint.interface',
    'it starts nothing also where the document does not call its interface one',
    () => {
      const made = withInterfaceEndpoint();
      const NetworkInterfaces = (made.Snapshot.NetworkInterfaces ?? []).map((row) => ({
        ...row,
        InterfaceType: 'interface',
      }));
      expect(
        ask({ ...made, Snapshot: { ...made.Snapshot, NetworkInterfaces } }, 'eni-vpce-kms > web tcp 443')
          .connection,
      ).toBe('never-sent');
    },
  ),
  proves(
    'sg.always-tracked',
    'through an interface endpoint a connection outlives a rule that is open both ways',
    () => {
      const rule = {
        GroupId: 'sg-a',
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      };
      const made = withInterfaceEndpoint(
        ['tcp 0.0.0.0/0 443'],
        traffic('web > 10.1.5.20 tcp 443', { Requests: 10 }),
        at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
      );
      expect(play(made).seconds('eni-web', 'egress').at(-1)).toBe(19);
    },
  ),
];
