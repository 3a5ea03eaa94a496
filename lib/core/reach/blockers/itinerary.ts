/**
 * What could lead where, by what is attached to what, whatever route tables and filters say: a next hop that no route
 * names is worth naming only if it brings packets nearer to where they are meant to go.
 */
import type { Network } from '../../vpc/network';

/** A component's id, or `internet`. */
export type Node = string;

export const INTERNET: Node = 'internet';

type Neighbours = ReadonlyMap<Node, ReadonlySet<Node>>;

export class Itinerary {
  readonly #neighbours: Neighbours;
  readonly #distances = new Map<Node, ReadonlyMap<Node, number>>();
  readonly #towards = new Map<string, readonly Node[]>();

  constructor(network: Network) {
    this.#neighbours = neighboursIn(network);
  }

  /** Hops from a component to the aim; infinite where nothing joins them. */
  distance(from: Node, aim: Node): number {
    let distances = this.#distances.get(aim);
    if (!distances) {
      distances = distancesTo(this.#neighbours, aim);
      this.#distances.set(aim, distances);
    }
    return distances.get(from) ?? Number.POSITIVE_INFINITY;
  }

  /**
   * The neighbours of a component that lead to the aim: those that are nearer to it, and those that get there by a detour
   * which passes no other VPC, as a transit gateway does beside a peering connection.
   */
  towards(from: Node, aim: Node): readonly Node[] {
    const key = `${from} ${aim}`;
    const known = this.#towards.get(key);
    if (known) return known;
    const here = this.distance(from, aim);
    const nodes = [...(this.#neighbours.get(from) ?? [])].filter(
      (node) => this.distance(node, aim) < here || this.#leadsTo(node, aim, from),
    );
    this.#towards.set(key, nodes);
    return nodes;
  }

  #leadsTo(start: Node, aim: Node, avoided: Node): boolean {
    const seen = new Set([avoided, start]);
    const queue = [start];
    for (const node of queue) {
      if (node === aim) return true;
      if (isEnd(node) || node.startsWith('vpc-')) continue;
      for (const next of this.#neighbours.get(node) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return false;
  }
}

function distancesTo(neighbours: Neighbours, aim: Node): ReadonlyMap<Node, number> {
  const distances = new Map([[aim, 0]]);
  const queue = [aim];
  for (const node of queue) {
    // Nobody travels through the internet, or through somebody's premises, to get elsewhere.
    if (node !== aim && isEnd(node)) continue;
    for (const next of neighbours.get(node) ?? []) {
      if (distances.has(next)) continue;
      distances.set(next, (distances.get(node) ?? 0) + 1);
      queue.push(next);
    }
  }
  return distances;
}

function isEnd(node: Node): boolean {
  return (
    node === INTERNET || node.startsWith('vpce-') || node.startsWith('vpn-') || node.startsWith('dxvif-')
  );
}

function neighboursIn(network: Network): Neighbours {
  const neighbours = new Map<Node, Set<Node>>();
  const join = (one: Node, other: Node): void => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = neighbours.get(from) ?? new Set<Node>();
      neighbours.set(from, known);
      known.add(to);
    }
  };
  for (const { id, vpcId } of network.internetGateways.values()) {
    if (vpcId === undefined) continue;
    join(vpcId, id);
    join(id, INTERNET);
  }
  for (const { id, requester, accepter } of network.vpcPeeringConnections.values()) {
    join(requester.vpcId, id);
    join(id, accepter.vpcId);
  }
  for (const { id, attachments } of network.transitGateways.values()) {
    for (const { id: attachmentId, resource } of attachments.values()) {
      join(id, attachmentId);
      if (resource.kind === 'vpc') join(attachmentId, resource.vpcId);
      if (resource.kind === 'vpn') join(attachmentId, resource.vpnConnectionId);
      if (resource.kind === 'peering') join(attachmentId, resource.transitGatewayId);
    }
  }
  for (const { id, vpcId } of network.vpnGateways.values()) if (vpcId !== undefined) join(vpcId, id);
  for (const { id, vpnGatewayId } of network.vpnConnections.values()) {
    if (vpnGatewayId !== undefined) join(vpnGatewayId, id);
  }
  for (const { id, vpcId, type } of network.vpcEndpoints.values()) if (type === 'gateway') join(vpcId, id);
  return neighbours;
}
