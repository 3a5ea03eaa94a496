/** The ways of a map that somebody has asked about: each is walked once, between two subnets, and serves all their interfaces. */
import { parseAddress } from '../../net/address';
import { layOutRules } from '../../rules/security-group';
import type { SubjectSet } from '../../rules/subject';
import type { NetworkInterface } from '../../vpc/network-interface';
import type { SecurityGroup } from '../../vpc/security-group';
import type { Subnet } from '../../vpc/subnet';
import type { Endpoint } from '../endpoint';
import type { Ground } from '../motion';
import { interfaceNamed } from '../resolve';
import { type Receiver, receiverAt } from '../respond';
import { type Sender, senderAt } from '../traffic';
import type { Gate } from './follow-way';
import { learnWay } from './learn-way';
import { type Station, textOf, type Way } from './way';

/** A gate with the ways that lead from its subnet, by the number of the other; `'walk'`: there a packet has to be walked. */
export interface Door extends Gate {
  readonly networkInterface: NetworkInterface;
  readonly endpoint: Endpoint;
  readonly subnet: Subnet;
  readonly sender: Sender;
  readonly receiver: Receiver;
  readonly subnetNumber: number;
  readonly ways: (Way | 'walk')[];
}

export class KnownWays {
  readonly #ground: Ground;
  readonly #choice: number;
  readonly #doors = new Map<string, Door | 'walk'>();
  readonly #subnets = new Map<Subnet, Pick<Door, 'subnetNumber' | 'ways'>>();
  readonly #rules = new Map<string, Gate['rules']>();
  readonly #stations = new Map<string, Station>();
  readonly #passing = new Map<string, SubjectSet>();
  readonly #ways = new Map<string, Way>();

  /** `choice`: the number that picks what a sender may choose. */
  constructor(ground: Ground, choice: number) {
    this.#ground = ground;
    this.#choice = choice;
  }

  /** By the name of a host, an instance or an interface; `undefined` for everything that is more than a plain interface. */
  door(name: string): Door | undefined {
    const known = this.#doors.get(name) ?? this.#open(name);
    return known === 'walk' ? undefined : known;
  }

  way(from: Door, to: Door): Way | undefined {
    const known = from.ways[to.subnetNumber] ?? this.#learn(from, to);
    return known === 'walk' ? undefined : known;
  }

  #open(name: string): Door | 'walk' {
    const { network, hosts } = this.#ground;
    const networkInterface =
      parseAddress(name) === undefined ? interfaceNamed(network, hosts, name) : undefined;
    // What is no name of this map is not remembered: there is no end of such.
    if (!networkInterface) return 'walk';
    const door = isPlain(this.#ground, networkInterface) ? this.#doorOf(networkInterface) : 'walk';
    this.#doors.set(name, door);
    return door;
  }

  #doorOf(networkInterface: NetworkInterface): Door {
    const { subnet, securityGroups } = networkInterface;
    const { subnetNumber, ways } = this.#subnets.get(subnet) ?? {
      subnetNumber: this.#subnets.size,
      ways: [],
    };
    this.#subnets.set(subnet, { subnetNumber, ways });
    const { id: networkInterfaceId, primaryAddress: address } = networkInterface;
    const endpoint: Endpoint = { kind: 'interface', networkInterfaceId, address };
    return {
      networkInterface,
      networkInterfaceId,
      endpoint,
      subnet,
      securityGroups,
      firstGroupId: securityGroups[0]?.id ?? '',
      rules: this.#rulesOf(securityGroups),
      sender: senderAt(this.#ground.hosts, endpoint, this.#choice),
      receiver: receiverAt(this.#ground, endpoint),
      subnetNumber,
      ways,
    };
  }

  /** Interfaces with the same groups share one layout. */
  #rulesOf(groups: readonly SecurityGroup[]): Gate['rules'] {
    const key = groups.map(({ id }) => id).join(' ');
    return once(this.#rules, key, () => ({
      ingress: layOutRules(groups, 'ingress'),
      egress: layOutRules(groups, 'egress'),
    }));
  }

  #learn(from: Door, to: Door): Way | 'walk' {
    const learned = learnWay(this.#ground, from.networkInterface, to.networkInterface);
    const way = learned ? this.#shared(learned) : 'walk';
    from.ways[to.subnetNumber] = way;
    return way;
  }

  /** There are many more ways than places: where two meet, they share what they have in common. */
  #shared(way: Way): Way {
    const texts = way.stations.map(textOf);
    const text = [...texts, way.passing?.text, way.keepsIdentity].join('\n');
    return once(this.#ways, text, () => ({
      stations: way.stations.map((station, i) => once(this.#stations, texts[i] ?? '', () => station)),
      networkAcls: way.networkAcls,
      passing: way.passing && once(this.#passing, way.passing.text, () => way.passing as SubjectSet),
      keepsIdentity: way.keepsIdentity,
    }));
  }
}

function once<T>(known: Map<string, T>, text: string, make: () => T): T {
  const first = known.get(text) ?? make();
  known.set(text, first);
  return first;
}

/**
 * No gateway's or endpoint's own interface, and no host that translates or answers by another one. Without security groups
 * an interface has a station less than its neighbours.
 */
function isPlain(
  { natGateways, endpoints, hosts }: Ground,
  { id, securityGroups }: NetworkInterface,
): boolean {
  const host = hosts.byInterface.get(id);
  const isHostPlain = host?.forwarding !== 'masquerade' && host?.defaultInterfaceId === undefined;
  return isHostPlain && securityGroups.length > 0 && !natGateways.has(id) && !endpoints.has(id);
}
