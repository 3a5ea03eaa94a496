/** The door from the World document to what the simulator runs on; every issue at once, each with its path. */
import { newMemory } from '../ec2/actions/apply';
import { formatPath, type Issue, MOST_ISSUES } from '../ec2/issue';
import type { Network } from '../vpc/network';
import { parseNetwork } from '../vpc/parse-network';
import { applyChanges } from './change';
import { type Hosts, indexHosts } from './host';
import { parseHost } from './parse-host';
import { parsePremises } from './parse-premises';
import { parseTraffic } from './parse-traffic';
import { type ReportIssue, timeOf } from './parse-value';
import { indexPremises } from './premises';
import { withBgpRoutes } from './propagation';
import type { Traffic } from './traffic';
import type { World } from './world';

export interface ParsedWorld {
  readonly network: Network;
  readonly hosts: Hosts;
  readonly traffic: readonly Traffic[];
  /** The map as it is from each moment on. */
  readonly timeline: readonly { readonly at: number; readonly network: Network; readonly hosts: Hosts }[];
  /** Milliseconds since 1970; undefined: after the last packet. */
  readonly now: number | undefined;
  readonly seed: string;
  /** Stretches of which the records of an interface are lost, in milliseconds since 1970. */
  readonly lostRecords: readonly {
    readonly networkInterfaceId: string;
    readonly from: number;
    readonly to: number;
  }[];
}

export type WorldDoor =
  | { readonly world: ParsedWorld; readonly notices: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

/** What the premises advertise stands in the route tables, whether the document has written it there or not. */
export function parseWorld(given: World): WorldDoor {
  const document = withBgpRoutes(given);
  const door = parseNetwork(document.Snapshot);
  if ('issues' in door)
    return { issues: door.issues.map((issue) => ({ ...issue, path: ['Snapshot', ...issue.path] })) };
  const issues: Issue[] = [];
  const report: ReportIssue = (path, message) => {
    if (issues.length < MOST_ISSUES) issues.push({ path, message });
  };
  const { network } = door;
  const premises = indexPremises(parsePremises(document.Premises ?? [], network, report), network);
  const hosts = indexHosts(
    (document.Hosts ?? []).map((host, i) => parseHost(host, network, premises, ['Hosts', i], report)),
    premises,
  );
  reportTwins(document, report);
  const traffic = parseTraffic(document.Traffic ?? [], network, hosts, report);
  const timeline = parseTimeline(document, issues.length > 0, report);
  const now = document.Now === undefined ? undefined : timeOf(document.Now, ['Now'], report);
  const lostRecords = (document.LostRecords ?? []).map((row, i) => {
    const path = ['LostRecords', i];
    if (!network.networkInterfaces.has(row.NetworkInterfaceId))
      report([...path, 'NetworkInterfaceId'], `\`${row.NetworkInterfaceId}\` is not in the snapshot`);
    return {
      networkInterfaceId: row.NetworkInterfaceId,
      from: timeOf(row.From, [...path, 'From'], report),
      to: timeOf(row.To, [...path, 'To'], report),
    };
  });
  if (issues.length > 0) return { issues };
  return {
    world: { network, hosts, traffic, timeline, now, lostRecords, seed: document.Seed ?? '0' },
    notices: door.notices,
  };
}

function reportTwins({ Hosts = [] }: World, report: ReportIssue): void {
  const seen = new Set<string>();
  for (const [i, { Name }] of Hosts.entries()) {
    if (seen.has(Name)) report(['Hosts', i, 'Name'], `two hosts are named \`${Name}\``);
    seen.add(Name);
  }
}

/**
 * Each moment's map is made from the one before it, by replaying its Changes. Where the document itself is `unsound`,
 * only the Changes' own issues are told: those of the maps that follow would be the document's once more.
 */
function parseTimeline(document: World, unsound: boolean, report: ReportIssue): ParsedWorld['timeline'] {
  let world = document;
  // An id that was deleted is not made again, and a name lives on from one row to the next.
  const memory = newMemory(document.Snapshot);
  const moments: { at: number; network: Network; hosts: Hosts }[] = [];
  const rows = (document.Timeline ?? []).map((row, i) => ({
    ...row,
    i,
    at: timeOf(row.At, ['Timeline', i, 'At'], report),
  }));
  for (const { At, Changes, at, i } of rows.sort((a, b) => a.at - b.at)) {
    const changed = applyChanges(world, Changes, At, memory);
    if ('error' in changed) {
      const { index, Code, Message } = changed.error;
      report(['Timeline', i, 'Changes', index], `${Code}: ${Message}`);
      return moments;
    }
    world = { ...changed.world, Timeline: [], Traffic: [] };
    if (unsound) continue;
    const door = parseWorld(world);
    if ('issues' in door) {
      for (const { path, message } of door.issues)
        report(['Timeline', i, 'Changes'], `leave \`${formatPath(path)}\` unsound: ${message}`);
      return moments;
    }
    moments.push({ at, network: door.world.network, hosts: door.world.hosts });
  }
  return moments;
}
