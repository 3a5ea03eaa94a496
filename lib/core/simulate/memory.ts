/** What the network remembers from packet to packet; it outlives every Change of the map. */
import { answerKey, flowKey, type Packet } from '../net/packet';
import type { RouteTarget } from '../vpc/route-table';
import { Connections } from './connections';
import { NatSessions } from './nat-sessions';

export interface Memory {
  /** Of security groups, by interface. */
  readonly connections: Connections;
  /** Of network ACLs, by their id: AWS's remember nothing, but a belief may think so. */
  readonly aclConnections: Connections;
  readonly natSessions: NatSessions;
  /** Flows that an egress-only internet gateway let out. */
  readonly egressOnly: Set<string>;
  /** Key of an answer -> the NAT gateway's interface that waits for it on the other side of a peering connection. */
  readonly returnsToSender: Map<string, ReturnToSender>;
  /** Key of an answer -> the gateway that brought its request into the VPC: AWS's routers ask nobody, but a belief may. */
  readonly waysIn: Map<string, RouteTarget>;
  /** Flow, either way -> the zone that an attachment in appliance mode chose. */
  readonly pinnedZones: Map<string, string>;
  /** Name of an appliance with a firewall, and flow, either way: what it has seen begin. */
  readonly seenByAppliance: Set<string>;
}

export interface ReturnToSender {
  readonly networkInterfaceId: string;
  readonly vpcPeeringConnectionId: string;
}

export function newMemory(): Memory {
  return {
    connections: new Connections(),
    aclConnections: new Connections(),
    natSessions: new NatSessions(),
    egressOnly: new Set(),
    returnsToSender: new Map(),
    waysIn: new Map(),
    pinnedZones: new Map(),
    seenByAppliance: new Set(),
  };
}

/** As if nothing had been sent yet. What is empty is left alone: most questions touch one or two of these. */
export function forgetAll(memory: Memory): void {
  memory.connections.clear();
  memory.aclConnections.clear();
  memory.natSessions.clear();
  if (memory.egressOnly.size > 0) memory.egressOnly.clear();
  if (memory.returnsToSender.size > 0) memory.returnsToSender.clear();
  if (memory.pinnedZones.size > 0) memory.pinnedZones.clear();
  if (memory.waysIn.size > 0) memory.waysIn.clear();
  if (memory.seenByAppliance.size > 0) memory.seenByAppliance.clear();
}

/** The same text for both directions of a flow. */
export function eitherWay(packet: Packet): string {
  const [one, other] = [flowKey(packet), answerKey(packet)];
  return one < other ? one : other;
}
