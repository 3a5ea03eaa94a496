/**
 * AWS's example of traffic through a transit gateway: a client in one zone of VPC A, a web server in the other zone of VPC B,
 * whose subnets both hold an interface of the gateway.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-records-examples.html#flow-log-example-tgw
 */
import { OWNER_ID } from '@/lib/core/scenario/blueprints/rows';
import type { World } from '@/lib/core/simulate/world';
import { worldOf } from './network/part';
import { traffic } from './network/play';
import { tgw } from './network/transit-gateway';
import { vpc } from './network/vpc';
import type { Scene } from './replay';

const SERVER = 'eni-33333333333333333';
const CLIENT_ZONE = 'eni-11111111111111111';
const SERVER_ZONE = 'eni-22222222222222222';

/** The example's own ids for those that the notation makes. */
const IDS: Readonly<Record<string, string>> = {
  'vpc-b': 'vpc-abcdefab012345678',
  'subnet-b1': 'subnet-11111111aaaaaaaaa',
  'subnet-b2': 'subnet-22222222bbbbbbbbb',
  'eni-tgw-b1': CLIENT_ZONE,
  'eni-tgw-b2': SERVER_ZONE,
  'eni-server': SERVER,
  'i-server': 'i-01234567890123456',
  [OWNER_ID]: '123456789010',
};

function world(): World {
  const made = worldOf(
    vpc('a', '10.20.0.0/16', {
      subnets: { a1: '10.20.33.0/24' },
      servers: { client: '10.20.33.164' },
      routes: { main: ['10.40.0.0/16 tgw-1'] },
    }),
    vpc('b', '10.40.0.0/16', {
      subnets: { b1: '10.40.1.0/24', b2: '10.40.2.0/24 b' },
      servers: { server: '10.40.2.236' },
      routes: { main: ['10.20.0.0/16 tgw-1'] },
    }),
    tgw('1', {
      attachments: { a: 'a1 10.20.33.5', b: 'b1 10.40.1.175 b2 10.40.2.31' },
      routes: ['10.20.0.0/16 a propagated', '10.40.0.0/16 b propagated'],
    }),
    traffic('client > server tcp 80', { SourcePort: 39812 }),
    { Snapshot: { FlowLogs: [{ FlowLogId: 'fl-1', ResourceId: 'vpc-b', MaxAggregationInterval: 60 }] } },
  );
  const ids = new RegExp(Object.keys(IDS).join('|'), 'g');
  return JSON.parse(JSON.stringify(made).replace(ids, (id) => IDS[id] ?? id)) as World;
}

const scene = (interfaceId: string): Scene => ({
  by: 'traffic',
  interfaceId,
  world: world(),
});

export const TRANSIT_SCENES: Readonly<Record<string, Scene>> = {
  'tgw-web-server-eni': scene(SERVER),
  'tgw-attachment-eni-request': scene(CLIENT_ZONE),
  'tgw-attachment-eni-response': scene(SERVER_ZONE),
};
