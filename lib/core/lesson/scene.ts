/** A scene of a lesson: a world as it is after some Changes, with one conversation in it, played. */
import { formatPath } from '../ec2/issue';
import { AWS_LOG_LAWS, type LogLaws } from '../flowlog/log-laws';
import type { WrittenRecord } from '../flowlog/record';
import { writeFlowLog } from '../flowlog/write';
import { parseProtocol } from '../net/protocol';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import { applyChanges } from '../simulate/change';
import { familyIssue } from '../simulate/parse-traffic';
import { type ParsedWorld, parseWorld } from '../simulate/parse-world';
import { type Probe, type ProbeRequest, probe } from '../simulate/probe';
import { simulate } from '../simulate/simulate';
import type { Change, World } from '../simulate/world';

export interface Conversation {
  /** A host's name. */
  readonly from: string;
  /** What is dialled: an address, or a host's name. */
  readonly to: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  /** 0 for ICMP. */
  readonly port: number;
  /** Requests on one connection, a second or `pause` seconds apart. */
  readonly requests?: number | undefined;
  readonly pause?: number | undefined;
}

export interface SceneDocument extends Conversation {
  /** Made before anything is sent. */
  readonly changes: readonly Change[];
  /** Made while the conversation goes on, so many seconds after it began. */
  readonly later?: { readonly after: number; readonly changes: readonly Change[] } | undefined;
}

export interface PlayedScene {
  readonly world: ParsedWorld;
  /** The first attempt by itself, in the world as it is at the start. */
  readonly probe: Probe;
  /** What every interface wrote, NODATA included, in order of time. */
  readonly records: readonly WrittenRecord[];
  /** Milliseconds since 1970: the stretch that the records are of. */
  readonly from: number;
  readonly to: number;
}

export type ScenePlan = { readonly world: ParsedWorld; readonly request: ProbeRequest };

/** A Monday morning. A conversation begins in its first minute, and four minutes are shown at least. */
const START = Date.UTC(2026, 10, 23, 10);
const FIRST_PACKET = START + 20_000;
const MINUTE = 60_000;

/** What the scene is made of, or in one sentence why it cannot be made. */
export function planScene(document: World, scene: SceneDocument): ScenePlan | { readonly issue: string } {
  const { from, to, protocol, port, requests, pause, changes, later } = scene;
  const changed = applyChanges(document, changes);
  if ('error' in changed) {
    const { index, Code, Message } = changed.error;
    return { issue: `change ${index + 1} cannot be made: ${Code}: ${Message}` };
  }
  const traffic = {
    From: from,
    To: to,
    Protocol: protocol,
    ...(protocol !== 'icmp' && { Port: port }),
    ...(requests !== undefined && { Requests: requests }),
    ...(pause !== undefined && { Pause: pause }),
    At: new Date(FIRST_PACKET).toISOString(),
  };
  const moments = later
    ? [{ At: new Date(FIRST_PACKET + later.after * 1000).toISOString(), Changes: later.changes }]
    : [];
  const door = parseWorld({ ...changed.world, Traffic: [traffic], Timeline: moments });
  if ('issues' in door) {
    const [first] = door.issues;
    return {
      issue: first ? `${formatPath(first.path)}: ${first.message}` : 'the world does not hold together',
    };
  }
  const { network, hosts } = door.world;
  const request: ProbeRequest = {
    from,
    to,
    protocol: parseProtocol(protocol) ?? 0,
    port,
    sourcePort: undefined,
    icmp: protocol === 'icmp' ? { type: 8, code: 0 } : undefined,
  };
  const mismatch = familyIssue(network, hosts, request);
  return mismatch ? { issue: mismatch } : { world: door.world, request };
}

export function playScene(
  { world, request }: ScenePlan,
  packetLaws: PacketLaws = AWS_PACKET_LAWS,
  logLaws: LogLaws = AWS_LOG_LAWS,
): PlayedScene {
  const { crossings, natCrossings } = simulate(world, packetLaws);
  const last = Math.max(crossings.at(-1)?.at ?? 0, START + 4 * MINUTE - 1);
  const to = Math.floor(last / MINUTE) * MINUTE + MINUTE;
  const records = writeFlowLog(world.network, crossings, {
    from: START,
    to,
    isPartial: true,
    laws: logLaws,
    natCrossings,
    timeline: world.timeline,
  });
  return { world, probe: probe(world, request, packetLaws), records, from: START, to };
}
