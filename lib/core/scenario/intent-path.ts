/** The way of an intent through a healthy design, as the simulator walked it: the places where a fault can bite. */
import { invariant } from '../assert';
import { parseProtocol } from '../net/protocol';
import { type ParsedWorld, parseWorld } from '../simulate/parse-world';
import { probe } from '../simulate/probe';
import type { Hop, Step } from '../simulate/trace';
import type { Direction } from '../vpc/match';
import type { Route } from '../vpc/route-table';
import type { SecurityGroupRule } from '../vpc/security-group';
import type { HealthyDesign } from './blueprint';
import type { Intent } from './intent';

export type Leg = 'forward' | 'return';

export interface IntentPath {
  readonly design: HealthyDesign;
  readonly intent: Intent;
  readonly world: ParsedWorld;
  readonly legs: Readonly<Record<Leg, readonly Hop[]>>;
}

export function pathOf(design: HealthyDesign, intent: Intent): IntentPath {
  const door = parseWorld(design.world);
  invariant(!('issues' in door), `${design.blueprint} passes the door`);
  const { from, to, port } = intent;
  const protocol = parseProtocol(intent.protocol);
  invariant(protocol !== undefined, `${intent.protocol} is a protocol`);
  const answer = probe(door.world, { from, to, protocol, port, sourcePort: undefined, icmp: undefined });
  invariant(answer.forward && answer.return, `${intent.says} passes in ${design.blueprint}`);
  const legs = { forward: answer.forward.hops, return: answer.return.hops };
  return { design, intent, world: door.world, legs };
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
  return {
    client: world.hosts.byName.get(intent.from)?.networkInterfaceIds.length
      ? interfaceAt(legs.forward, 'egress', false)
      : undefined,
    server: interfaceAt(legs.forward, 'ingress', true),
  };
}
