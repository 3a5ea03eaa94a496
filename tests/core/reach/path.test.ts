/** What a path may ask. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkInsightsPath.html */
import { describe, expect, it } from 'vitest';
import { createNetworkInsightsPath } from '@/lib/core/reach/analysis/path';
import type { CreateNetworkInsightsPathRequest } from '@/lib/core/reach/analysis/shape';
import { worldOf } from '../../support/network/part';
import { vpc } from '../../support/network/vpc';
import { parsed } from '../../support/pair';

const { network } = parsed(
  worldOf(
    vpc('a', '10.1.0.0/16', {
      subnets: { app: '10.1.1.0/24' },
      servers: { web: '10.1.1.10', db: '10.1.1.20' },
    }),
  ),
);
const BASE = { Source: 'i-web', Destination: 'i-db', Protocol: 'tcp' };

type More = Partial<CreateNetworkInsightsPathRequest>;

describe('a network insights path', () => {
  it.each<[More, string]>([
    [{ Protocol: 'sctp2' }, '`sctp2` is not a protocol'],
    [{ Protocol: 'icmp' }, "nothing that AWS's tool asks about"],
    [{ Destination: undefined }, 'a path needs a destination'],
    [{ SourceIp: '10.1.1' }, '`10.1.1` is not an IPv4 address'],
    [{ SourceIp: '2001:db8::1' }, '`2001:db8::1` is not an IPv4 address'],
    [{ DestinationPort: 65536 }, '`65536` is not a port'],
    [{ DestinationPort: 443, FilterAtSource: {} }, 'use one or the other'],
    [{ SourceIp: '10.1.1.10', FilterAtSource: {} }, 'use one or the other'],
    [{ DestinationIp: '10.1.1.20', FilterAtDestination: {} }, 'use one or the other'],
    [{ FilterAtSource: { SourceAddress: 'web' } }, '`web` is not an IPv4 address'],
    [
      { FilterAtDestination: { DestinationPortRange: { FromPort: 9, ToPort: 1 } } },
      '`9-1` is not a range of ports',
    ],
  ])('is refused with %j', (more, says) => {
    const door = createNetworkInsightsPath(network, { ...BASE, ...more });
    expect('issues' in door && door.issues.join('; ')).toContain(says);
  });

  it.each<[More, More]>([
    [{ Source: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-web' }, { Source: 'i-web' }],
    [{ DestinationPort: 0 }, { DestinationPort: 0 }],
    [{ Protocol: 'TCP' }, { Protocol: 'tcp' }],
    [{ Destination: undefined, DestinationIp: '10.1.1.20' }, { DestinationIp: '10.1.1.20' }],
  ])('is made with %j', (more, path) => {
    const door = createNetworkInsightsPath(network, { ...BASE, ...more });
    expect('path' in door && door.path).toMatchObject(path);
  });
});
