/** What a NAT gateway remembers, for how long, and what it makes its clients' groups remember. */
import { expect } from 'vitest';
import type { Part } from '../../support/network/part';
import { at, play, traffic } from '../../support/network/play';
import { type Case, ec2, proves } from './case';
import { behindNat, OUT, PUBLIC } from './nat-world';

const idle = (pause: number, ...more: readonly Part[]) =>
  play(behindNat({}, PUBLIC, traffic(OUT, { SourcePort: 40000, Requests: 2, Pause: pause }), ...more));

export const CASES: readonly Case[] = [
  proves('nat.idle', 'after 349 s the connection goes on', () => {
    expect(idle(349).seconds('eni-web', 'ingress').at(-1)).toBe(359);
  }),
  proves(
    'nat.idle',
    'after 351 s the client sends into the dark, and hears RST in the name of the far end',
    () => {
      const made = idle(351);
      expect(made.lines('eni-web').slice(-2)).toEqual([
        '361 egress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443',
        '361 ingress ACCEPT 203.0.113.5:443 > 10.1.1.10:40000 R',
      ]);
      expect(made.lines('eni-nat-x').slice(-2)).toEqual([
        '361 ingress ACCEPT 10.1.1.10:40000 > 203.0.113.5:443',
        '361 egress ACCEPT 203.0.113.5:443 > 10.1.1.10:40000 R',
      ]);
    },
  ),
  proves('nat.idle', 'also where the document does not say that its interface forwards', () => {
    const made = behindNat({}, PUBLIC, traffic(OUT, { SourcePort: 40000, Requests: 2, Pause: 351 }));
    const NetworkInterfaces = (made.Snapshot.NetworkInterfaces ?? []).map(
      ({ SourceDestCheck: _check, ...row }) => row,
    );
    expect(
      play({ ...made, Snapshot: { ...made.Snapshot, NetworkInterfaces } })
        .lines('eni-web')
        .at(-1),
    ).toMatch(/ R$/);
  }),
  proves(
    'sg.always-tracked',
    'through a NAT gateway a connection outlives a rule that is open both ways',
    () => {
      const rule = {
        GroupId: 'sg-a',
        IpPermissions: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      };
      const made = play(
        behindNat(
          {},
          PUBLIC,
          traffic(OUT, { Requests: 10 }),
          at(14.5, ec2({ Action: 'RevokeSecurityGroupEgress', ...rule })),
        ),
      );
      expect(made.seconds('eni-web', 'egress').at(-1)).toBe(19);
    },
  ),
];
