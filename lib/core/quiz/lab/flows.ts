/** The flows by which a repair of a case is judged: what works today, and what nobody may be let into by it. */

import { dialledIn } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import type { Intent } from '../../scenario/intent';
import { askerOf } from '../../scenario/intent-path';
import { openWorld } from '../../scenario/open-world';
import { works } from '../../simulate/outcome';

/** More would tell nothing new, and each is tried with every repair. */
const MOST_WORKING = 6;
const MOST_PROTECTED = 5;

/** Whoever stands outside and means no good: RFC 5737, TEST-NET-3, as all strangers here. */
const STRANGERS = { ipv4: '203.0.113.253', ipv6: '2001:db8:dead::253' };

export interface Flows {
  /** The failing intent as it is dialled; none where one attempt does not show the failure. */
  readonly wanted: readonly Intent[];
  readonly working: readonly Intent[];
  readonly protectedFlows: readonly Intent[];
}

export function flowsOf(one: FaultCase): Flows {
  const { path } = one;
  const { design, intent, world: healthy } = path;
  const today = askerOf(openWorld(one.broken));
  const designed = askerOf(healthy);
  const passes = (asker: typeof today, flow: Intent): boolean => works(asker(flow).connection);
  const isShut = (flow: Intent): boolean => !passes(today, flow) && !passes(designed, flow);
  const dialled = dialledIn(one);
  const unwanted = one.fault.symptom === 'exposed' ? unwantedIn(one) : undefined;
  const working = design.intents
    .filter((flow) => (unwanted || flow.id !== intent.id) && passes(today, flow))
    .slice(0, MOST_WORKING);
  const shut: Intent[] = unwanted ? [unwanted] : [];
  for (const flow of [...design.forbidden, ...temptations(one)]) {
    if (shut.length === MOST_PROTECTED) break;
    if (isShut(flow)) shut.push(flow);
  }
  const isSeen = !unwanted && !passes(today, dialled);
  return { wanted: isSeen ? [dialled] : [], working, protectedFlows: shut };
}

/** Who gets through and should not. */
function unwantedIn({ path: { intent }, site: { tries } }: FaultCase): Intent {
  const from = tries?.From ?? intent.from;
  const port = tries?.Port ?? intent.port;
  return { ...intentFrom(intent, from, port), to: tries?.To ?? intent.to };
}

/** What a repair that opens too much would let in: other ports, other clients, and the whole internet. */
function temptations({ path: { intent, design } }: FaultCase): readonly Intent[] {
  const { Hosts = [] } = design.world;
  const stranger = intent.to.includes(':') ? STRANGERS.ipv6 : STRANGERS.ipv4;
  const { port } = intent;
  const server = Hosts.find(({ Name }) => Name === intent.server);
  const ports = (server?.Listeners ?? []).flatMap(({ Protocol, Port }) =>
    Protocol === intent.protocol && Port !== undefined && Port !== port ? [Port] : [],
  );
  const clients = Hosts.map(({ Name }) => Name).filter(
    (name) => name !== intent.from && name !== intent.server,
  );
  return [
    intentFrom(intent, stranger, port),
    ...ports.map((other) => intentFrom(intent, intent.from, other)),
    ...clients.map((name) => intentFrom(intent, name, port)),
    ...ports.map((other) => intentFrom(intent, stranger, other)),
  ];
}

function intentFrom(intent: Intent, from: string, port: number): Intent {
  const what = intent.protocol === 'icmp' ? 'ping' : `${intent.protocol} ${port}`;
  const who = Object.values(STRANGERS).includes(from) ? `somebody on the internet (${from})` : from;
  return {
    ...intent,
    from,
    port,
    id: `${from}-${intent.protocol}-${port}-${intent.server}`,
    says: `${what} to ${intent.server} from ${who}`,
    call: undefined,
  };
}
