/** Faults of what a flow log writes: its records are there, and what is looked for is not in them. */

import { formatFormat } from '../../ec2/log-format';
import { DEFAULT_FIELDS } from '../../flowlog/fields';
import type { TrafficDocument } from '../../simulate/world';
import { EXTENDED_FIELDS } from '../draft/flow-log';
import { DETECTION, MONITORING, NETWORK_LOGS } from '../exam-task';
import type { Fault, Site } from '../fault';
import type { Intent } from '../intent';
import { asked, type IntentPath, met } from '../intent-path';
import { PACKET_LAWS } from '../readings';
import { loggedAs, logOf } from './at-log';

const TASKS = [NETWORK_LOGS, MONITORING];

/** F104: who is refused leaves a REJECT, which a log of accepted traffic does not write. */
export const flFilter: Fault = {
  id: 'fl-filter',
  layer: 'flow-log',
  symptom: 'log-misleads',
  tasks: [...TASKS, DETECTION],
  says: 'The log writes accepted traffic alone, and nobody finds a REJECT in it.',
  sites(path) {
    const at = logOf(path);
    const refused =
      at && path.design.forbidden.find((intent) => isRefusedAt(path, intent, at.end.subnet.vpc.id));
    if (!at || !refused) return [];
    const { from: From, to: To, protocol: Protocol, port: Port, server } = refused;
    const host = path.world.hosts.byName.get(server);
    return [
      {
        ...loggedAs(path, at, { TrafficType: 'ACCEPT' }),
        alsoAt: host?.networkInterfaceIds ?? [],
        extras: (startsAt): readonly TrafficDocument[] =>
          [100, 400, 660].map((seconds) => ({
            From,
            To,
            Protocol,
            Port,
            At: new Date(startsAt + seconds * 1000).toISOString(),
          })),
        shows: (lines) =>
          lines.some(({ fields }) => fields.action === 'REJECT' && fields.dstport === String(Port)),
      },
    ];
  },
};

/** By a group of this VPC, whichever way AWS's text is read. */
function isRefusedAt({ world }: IntentPath, intent: Intent, vpcId: string): boolean {
  return PACKET_LAWS.every((laws) => {
    const { forward } = asked(world, intent, laws);
    const group = world.network.securityGroups.get(forward?.hops.at(-1)?.component ?? '');
    return forward?.disposition === 'denied-in' && group?.vpcId === vpcId;
  });
}

/** A log whose format has more than the default fields. */
function extended(path: IntentPath) {
  const at = logOf(path);
  return at?.row.LogFormat === formatFormat(EXTENDED_FIELDS) ? at : undefined;
}

const PLAIN = formatFormat(DEFAULT_FIELDS);

/** F105 */
export const flImmutable: Fault = {
  id: 'fl-immutable',
  layer: 'flow-log',
  symptom: 'log-misleads',
  tasks: TASKS,
  says: 'Fields are missing that somebody needs, and a flow log cannot be changed: a new one has to be made.',
  sites(path): readonly Site[] {
    const at = extended(path);
    return at
      ? [
          {
            ...loggedAs(path, at, { LogFormat: PLAIN, MaxAggregationInterval: 600 }),
            shows: (lines) =>
              lines.some(
                ({ interfaceId, fields }) =>
                  interfaceId === at.end.id && /^\d+$/.test(fields['tcp-flags'] ?? ''),
              ),
          },
        ]
      : [];
  },
};

/** F108: at the gateway's interface everybody's traffic has the gateway's own address. */
export const flPktAddr: Fault = {
  id: 'fl-pkt-addr',
  layer: 'flow-log',
  symptom: 'log-misleads',
  tasks: TASKS,
  says: 'The default fields show the NAT gateway where the packets name the hosts that talk.',
  sites(path): readonly Site[] {
    const at = extended(path);
    const id = met(path, 'forward', 'nat-gateway')[0]?.component ?? '';
    const gateway = path.world.network.natGateways.get(id)?.networkInterface;
    if (!at || !gateway || gateway.subnet.vpc.id !== at.row.ResourceId) return [];
    return [
      {
        ...loggedAs(path, at, { LogFormat: PLAIN }),
        alsoAt: [gateway.id],
        shows: (lines) =>
          lines.some(
            ({ interfaceId, fields }) =>
              interfaceId === gateway.id &&
              fields['pkt-dstaddr'] === path.intent.to &&
              fields.dstaddr !== path.intent.to,
          ),
      },
    ];
  },
};

export const FLOW_LOG_CONTENT_FAULTS: readonly Fault[] = [flFilter, flImmutable, flPktAddr];
