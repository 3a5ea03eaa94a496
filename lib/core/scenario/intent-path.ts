/** The way of an intent through a healthy design, as the simulator walked it: the places where a fault can bite. */
import { invariant } from '../assert';
import { formatAddress } from '../net/address';
import { parseProtocol } from '../net/protocol';
import type { PacketLaws } from '../rules/packet-laws';
import type { ParsedWorld } from '../simulate/parse-world';
import { type Probe, proberOf } from '../simulate/probe';
import type { Hop, Step } from '../simulate/trace';
import type { Direction } from '../vpc/match';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Route } from '../vpc/route-table';
import type { SecurityGroupRule } from '../vpc/security-group';
import type { HealthyDesign } from './blueprint';
import type { Intent } from './intent';
import { openWorld } from './open-world';

export type Leg = 'forward' | 'return';

export interface IntentPath {
  readonly design: HealthyDesign;
  readonly intent: Intent;
  readonly world: ParsedWorld;
  readonly legs: Readonly<Record<Leg, readonly Hop[]>>;
}

/** `world`: the design's own, where it has been parsed already. */
export function pathOf(design: HealthyDesign, intent: Intent, world = openWorld(design.world)): IntentPath {
  const answer = asked(world, intent);
  invariant(answer.forward, `${intent.says} is sent in ${design.blueprint}`);
  // Services beside every filter and log answer without a way back.
  const legs = { forward: answer.forward.hops, return: answer.return?.hops ?? [] };
  return { design, intent, world, legs };
}

/** A world made ready for any number of intents, each tried once: nobody else's traffic, no history. */
export function askerOf(world: ParsedWorld, laws?: PacketLaws): (intent: Intent) => Probe {
  const prober = proberOf(world, laws);
  return ({ from, to, port, ...intent }) => {
    const protocol = parseProtocol(intent.protocol);
    invariant(protocol !== undefined, `${intent.protocol} is a protocol`);
    return prober.explain({ from, to, protocol, port, sourcePort: undefined, icmp: undefined });
  };
}

/** One attempt at an intent, played out. */
export function asked(world: ParsedWorld, intent: Intent, laws?: PacketLaws): Probe {
  return askerOf(world, laws)(intent);
}

type OfKind<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** One judgement on the way, and whose it was. */
export interface Met<K extends Step['kind']> {
  readonly component: string;
  readonly step: OfKind<K>;
}

export function met<K extends Step['kind']>({ legs }: IntentPath, leg: Leg, kind: K): readonly Met<K>[] {
  return legs[leg].flatMap(({ component, steps }) =>
    steps.filter((step): step is OfKind<K> => step.kind === kind).map((step) => ({ component, step })),
  );
}

/** A security group's rule that let the request in or out; what a group only remembers is nobody's rule. */
export function groupRules(
  path: IntentPath,
  direction: Direction,
): readonly { readonly groupId: string; readonly rule: SecurityGroupRule }[] {
  return met(path, 'forward', 'security-group').flatMap(({ component, step }) =>
    step.direction === direction && typeof step.by !== 'string'
      ? [{ groupId: component, rule: step.by }]
      : [],
  );
}

/** Routes in use, the local ones left out. */
export function routes(
  path: IntentPath,
  leg: Leg,
): readonly { readonly tableId: string; readonly route: Route }[] {
  return met(path, leg, 'route-table').flatMap(({ component, step }) =>
    step.by === 'no-route' || step.by.target.kind === 'local' ? [] : [{ tableId: component, route: step.by }],
  );
}

/** The interface that the request reached, and the one it left; undefined where that end is outside. */
export function ends({ world, intent, legs }: IntentPath) {
  const interfaceAt = (hops: readonly Hop[], direction: Direction, last: boolean) => {
    const found = hops.flatMap(({ component, steps }) =>
      steps.some((step) => step.kind === 'network-interface' && step.direction === direction)
        ? [component]
        : [],
    );
    return world.network.networkInterfaces.get((last ? found.at(-1) : found[0]) ?? '');
  };
  // Nobody outside has an interface; the last one that is passed on the way there is a gateway's or a router's.
  const isInside = (name: string): boolean => world.hosts.byName.get(name)?.address === undefined;
  return {
    client: isInside(intent.from) ? interfaceAt(legs.forward, 'egress', false) : undefined,
    server: isInside(intent.server) ? interfaceAt(legs.forward, 'ingress', true) : undefined,
  };
}

/** Whether a function of Lambda asks: its interface is Lambda's, and what is wrong with it has names of its own. */
export function isFunction(path: IntentPath): boolean {
  return ends(path).client?.interfaceType === 'lambda';
}

/** Whether the way leads from the internet to an interface that owns the address which is dialled. */
export function isDialledFromOutside(path: IntentPath): boolean {
  const { server } = ends(path);
  return (
    met(path, 'forward', 'internet').length > 0 &&
    server?.privateAddresses.some(
      ({ publicAddress }) => publicAddress !== undefined && formatAddress(publicAddress) === path.intent.to,
    ) === true
  );
}

/** An interface that hands on what is not for it, between the two ends. */
export function passedOnBy(path: IntentPath): NetworkInterface | undefined {
  const { client, server } = ends(path);
  return met(path, 'forward', 'network-interface')
    .map(({ component }) => path.world.network.networkInterfaces.get(component))
    .find((one) => one && one !== client && one !== server && one.instance && !one.sourceDestCheck);
}

/** Whether its host also translates. */
export function translates({ world }: IntentPath, { id }: NetworkInterface): boolean {
  return world.hosts.byInterface.get(id)?.forwarding === 'masquerade';
}

/** Every interface that the request or its answer passed. */
export function interfacesOn(path: IntentPath): ReadonlySet<string> {
  return new Set(
    (['forward', 'return'] as const).flatMap((leg) =>
      met(path, leg, 'network-interface').map(({ component }) => component),
    ),
  );
}
