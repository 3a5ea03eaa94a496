/** Nothing is broken here, or nothing yet: what the log is expected to show, and does not, or shows, and need not worry anybody. */

import { formatAddress } from '../../net/address';
import { addressAt } from '../../net/cidr';
import { DETECTION, MONITORING, NETWORK_LOGS } from '../exam-task';
import type { Fault, Site } from '../fault';
import { ends, isDialledFromOutside } from '../intent-path';
import { loggedAs, logOf } from './at-log';
import { STRANGER } from './nat-gateway';

const TASKS = [NETWORK_LOGS, MONITORING];
const MINUTE = 60_000;

/** F106: what repairs it is to wait. */
export const flDelay: Fault = {
  id: 'fl-delay',
  layer: 'flow-log',
  symptom: 'log-silent',
  tasks: TASKS,
  says: 'The log was made a few minutes ago, and records take some minutes to arrive: there is no log group yet.',
  sites(path): readonly Site[] {
    const at = logOf(path);
    if (!at) return [];
    const CreationTime = new Date(path.design.startsAt + 11 * MINUTE).toISOString();
    return [{ ...loggedAs(path, at, { CreationTime }, () => []), looksAfter: 20_000 }];
  },
};

/** F109 */
export const flNodataSkipdata: Fault = {
  id: 'fl-nodata-skipdata',
  layer: 'flow-log',
  symptom: 'false-alarm',
  tasks: TASKS,
  says: 'AWS lost records of the interface and says SKIPDATA: the log has a gap, and the traffic had none.',
  sites(path): readonly Site[] {
    const at = logOf(path);
    if (!at) return [];
    const { world, startsAt } = path.design;
    const moment = (minutes: number): string => new Date(startsAt + minutes * MINUTE).toISOString();
    const lost = { NetworkInterfaceId: at.end.id, From: moment(2), To: moment(12) };
    return [
      {
        at: at.end.id,
        inject: () => ({ ...world, LostRecords: [lost] }),
        repair: () => [],
        shows: (lines) =>
          lines.some(
            ({ interfaceId, fields }) => interfaceId === at.end.id && fields['log-status'] === 'SKIPDATA',
          ),
      },
    ];
  },
};

/** F110: what goes to the resolver is never logged, though it is answered. */
export const flBlindSpot: Fault = {
  id: 'fl-blind-spot',
  layer: 'flow-log',
  symptom: 'false-alarm',
  tasks: TASKS,
  says: "Names resolve, and no record tells of it: queries to Amazon's resolver are never logged.",
  sites(path): readonly Site[] {
    const { client } = ends(path);
    const [block] = client?.subnet.vpc.cidrs ?? [];
    const resolver = block && addressAt(block, 2);
    if (!client || resolver === undefined || !client.instance) return [];
    const To = formatAddress(resolver);
    return [
      {
        at: client.id,
        inject: () => path.design.world,
        tries: { To, Protocol: 'udp', Port: 53 },
        repair: () => [],
        shows: (lines) => lines.every(({ fields }) => fields.dstaddr !== To && fields.srcaddr !== To),
      },
    ];
  },
};

/** F111 */
export const flNoise: Fault = {
  id: 'fl-noise',
  layer: 'flow-log',
  symptom: 'false-alarm',
  tasks: [...TASKS, DETECTION],
  says: 'Strangers try the doors of every public address: REJECT lines that have nothing to do with who complains.',
  sites(path): readonly Site[] {
    const { server } = ends(path);
    if (!server || !isDialledFromOutside(path)) return [];
    return [
      {
        at: server.id,
        inject: () => path.design.world,
        repair: () => [],
        extras: (startsAt) =>
          [23, 3389, 5900, 8088].map((Port, i) => ({
            From: STRANGER,
            To: path.intent.to,
            Protocol: 'tcp',
            Port,
            At: new Date(startsAt + (80 + 130 * i) * 1000).toISOString(),
          })),
        shows: (lines) =>
          lines.some(
            ({ interfaceId, fields }) =>
              interfaceId === server.id && fields.action === 'REJECT' && fields.srcaddr === STRANGER,
          ),
      },
    ];
  },
};

/** F112: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html, `action` */
export const flLatePackets: Fault = {
  id: 'fl-late-packets',
  layer: 'flow-log',
  symptom: 'false-alarm',
  tasks: TASKS,
  says: 'A packet that comes after the connection has closed is written as REJECT: the connection had worked.',
  sites(path): readonly Site[] {
    const { client } = ends(path);
    if (!client || path.intent.protocol !== 'tcp') return [];
    return [
      {
        at: client.id,
        inject: () => path.design.world,
        tries: { Late: { By: 'server', After: 8 } },
        repair: () => [],
        shows: (lines) =>
          lines.some(
            ({ fields }) => fields.action === 'REJECT' && fields.srcport === String(path.intent.port),
          ),
      },
    ];
  },
};

export const READING_FAULTS: readonly Fault[] = [
  flDelay,
  flNodataSkipdata,
  flBlindSpot,
  flNoise,
  flLatePackets,
];
