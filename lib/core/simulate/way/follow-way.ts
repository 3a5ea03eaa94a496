/** One packet along a way that is known: the filters on it are asked, the rest is told as the first walk told it. */
import type { Packet } from '../../net/packet';
import { opensTrackedConnection } from '../../rules/connection-tracking';
import type { GroupMembers } from '../../rules/group-members';
import { evaluateEntries } from '../../rules/network-acl';
import {
  evaluateRules,
  type LaidOutRules,
  type SecurityGroupDecision,
  SG_RELATED,
  SG_TRACKED,
} from '../../rules/security-group';
import { subjectOf } from '../../rules/subject';
import type { Direction } from '../../vpc/match';
import type { SecurityGroup } from '../../vpc/security-group';
import { type Ground, type Notes, note } from '../motion';
import type { Disposition } from '../outcome';
import type { Hop } from '../trace';
import type { FixedStation, NetworkAclStation, Way } from './way';

/** An interface with its security groups laid out. */
export interface Gate {
  readonly networkInterfaceId: string;
  readonly securityGroups: readonly SecurityGroup[];
  /** The id of the first of them. */
  readonly firstGroupId: string;
  readonly rules: Readonly<Record<Direction, LaidOutRules>>;
}

/** A connection between two gates, as far as their groups remember it. */
export interface Flow {
  readonly client: Gate;
  readonly server: Gate;
  readonly opening: Packet;
  clientTracks: boolean;
  serverTracks: boolean;
}

export interface Followed {
  readonly disposition: Disposition;
  readonly hops: readonly Hop[];
}

const ARRIVED: Followed = { disposition: 'delivered', hops: [] };
const DENIED: Followed = { disposition: 'denied-in', hops: [] };

/** A packet of the flow: the one that opens it, or the answer. Where no steps are kept, who denied it does not matter. */
export function followWay({ members, keepsSteps }: Ground, way: Way, flow: Flow, packet: Packet): Followed {
  if (keepsSteps) return tell(members, way, flow, packet);
  return passes(members, way, flow, packet) ? ARRIVED : DENIED;
}

function passes(members: GroupMembers, way: Way, flow: Flow, packet: Packet): boolean {
  return (
    mayPass(askGroups(members, way, flow, packet, 'egress')) &&
    passesNetworkAcls(way, packet) &&
    mayPass(askGroups(members, way, flow, packet, 'ingress'))
  );
}

function passesNetworkAcls({ passing, networkAcls }: Way, packet: Packet): boolean {
  const subject = subjectOf(packet);
  if (passing && subject >= 0) return passing.has(subject);
  return networkAcls.every(({ entries, direction }) => evaluateEntries(entries, direction, packet).allowed);
}

/** Station by station, with the steps that a walk would note. */
function tell(members: GroupMembers, way: Way, flow: Flow, packet: Packet): Followed {
  const notes: Notes = { keepsSteps: true, hops: [] };
  for (const station of way.stations) {
    switch (station.kind) {
      case 'fixed':
        noteFixed(notes, station, flow, packet);
        break;
      case 'network-acl':
        if (!noteNetworkAcl(notes, station, packet)) return denied(station.direction, notes);
        break;
      case 'security-groups': {
        const { direction } = station;
        const said = askGroups(members, way, flow, packet, direction);
        noteGroups(notes, flow, packet, direction, said);
        if (!mayPass(said)) return denied(direction, notes);
      }
    }
  }
  return { disposition: 'delivered', hops: notes.hops };
}

function denied(direction: Direction, { hops }: Notes): Followed {
  return { disposition: direction === 'egress' ? 'denied-out' : 'denied-in', hops };
}

/** What the groups of one end say. */
type Said = SecurityGroupDecision | 'tracked-connection';

function mayPass(said: Said): boolean {
  return said === 'tracked-connection' || said.allowed;
}

/** The client's groups on its own side, the server's on the other; an answer to what they track, they do not read. */
function askGroups(members: GroupMembers, way: Way, flow: Flow, packet: Packet, direction: Direction): Said {
  const isOpening = packet === flow.opening;
  const isClient = isOpening === (direction === 'egress');
  const { rules, securityGroups } = isClient ? flow.client : flow.server;
  if (!isOpening && (isClient ? flow.clientTracks : flow.serverTracks)) return 'tracked-connection';
  const isInbound = direction === 'ingress';
  const inSight = isInbound && !way.keepsIdentity ? nobody : members;
  const said = evaluateRules(isInbound ? rules.ingress : rules.egress, direction, packet, inSight);
  if (isOpening && said.allowed) {
    const tracks = opensTrackedConnection(securityGroups, direction, packet, said.decidedBy);
    if (isClient) flow.clientTracks = tracks;
    else flow.serverTracks = tracks;
  }
  return said;
}

/** The sender's groups are out of sight: no reference matches. */
const nobody = (): undefined => undefined;

function noteGroups(notes: Notes, flow: Flow, packet: Packet, direction: Direction, said: Said): void {
  const kind = 'security-group';
  const isClient = (packet === flow.opening) === (direction === 'egress');
  const first = (isClient ? flow.client : flow.server).firstGroupId;
  if (said === 'tracked-connection') {
    // An answer of another protocol is an ICMP error that quotes what it answers.
    const rule = packet.protocol === flow.opening.protocol ? SG_TRACKED : SG_RELATED;
    note(notes, first, { kind, direction, allowed: true, by: said, rule, packet });
    return;
  }
  const { allowed, decidedBy: by, rule } = said;
  note(notes, said.allowed ? said.group.id : first, { kind, direction, allowed, by, rule, packet });
}

function noteNetworkAcl(
  notes: Notes,
  { networkAcl, entries, direction }: NetworkAclStation,
  packet: Packet,
): boolean {
  const { allowed, decidedBy: by, rule } = evaluateEntries(entries, direction, packet);
  note(notes, networkAcl.id, { kind: 'network-acl', direction, allowed, by, rule, packet });
  return allowed;
}

function noteFixed(notes: Notes, { component, step }: FixedStation, flow: Flow, packet: Packet): void {
  const { allowed, rule } = step;
  switch (step.kind) {
    case 'network-interface': {
      const { kind, direction } = step;
      const isClient = (packet === flow.opening) === (direction === 'egress');
      const { networkInterfaceId } = isClient ? flow.client : flow.server;
      note(notes, networkInterfaceId, { kind, direction, allowed, rule, packet });
      break;
    }
    case 'route-table':
      note(notes, component, { kind: step.kind, allowed, by: step.by, rule, packet });
      break;
    case 'transit-gateway-route-table':
      note(notes, component, { kind: step.kind, allowed, by: step.by, rule, packet });
      break;
    default:
      note(notes, component, { kind: step.kind, allowed, rule, packet });
  }
}
