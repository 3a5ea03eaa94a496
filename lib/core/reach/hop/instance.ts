/** Behind an interface: whether anybody is there; what listens, and what an operating system filters, no Snapshot tells. */
import { ICMP } from '../../net/protocol';
import type { Station } from '../ends/station';
import type { Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';

/** Behind the interface; what listens there, and what its operating system filters, no Snapshot tells. */
export function deliver(search: Search, way: Way, station: Station): readonly Onward[] {
  if (way.leg === 'return') return [{ way, motion: { to: 'host', station } }];
  const running = isRunning(search, way, station);
  const answered = running && answersPing(search, running, station);
  return answered ? [{ way: answered, motion: { to: 'host', station } }] : [];
}

export function isRunning(search: Search, way: Way, { stopped }: Station): Way | undefined {
  if (stopped === undefined) return way;
  const state = search.network.instances.get(stopped)?.state ?? 'stopped';
  return judge(search, way, {
    component: stopped,
    kind: 'instance',
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () => ({
          key: `state ${stopped}`,
          code: 'BAD_STATE',
          facts: { Component: stopped, State: state },
          repair: [{ Service: 'ec2', Action: 'StartInstances', InstanceIds: [stopped] }],
        }),
      },
    ],
  });
}

/** https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html: an interface endpoint answers no ping. */
function answersPing(search: Search, way: Way, { endpoint }: Station): Way | undefined {
  if (!endpoint) return way;
  const { space } = search;
  return judge(search, way, {
    component: endpoint.id,
    kind: 'vpc-endpoint',
    direction: 'ingress',
    at: { vpcId: endpoint.vpcId, serviceName: endpoint.serviceName },
    checks: [
      {
        refuses: space.box({ protocol: ICMP }),
        obstacle: () => ({
          key: `protocol ${endpoint.id}`,
          code: 'PROTOCOL_RESTRICTION',
          facts: { Component: endpoint.id, Protocols: ['tcp', 'udp'] },
        }),
      },
    ],
  });
}
