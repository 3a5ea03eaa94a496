/** One attempt of an intent on a world, with its reasons: nobody else's traffic, no history. */
import { invariant } from '../../assert';
import { parseProtocol } from '../../net/protocol';
import type { Intent } from '../../scenario/intent';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Prober, proberOf } from '../../simulate/probe';

export type Attempt = ReturnType<Prober['explain']>;

/** A world made ready for any number of attempts. */
export function attemptsOn(world: ParsedWorld): (intent: Intent, dialled?: string) => Attempt {
  const prober = proberOf(world);
  return ({ from, to, protocol, port }, dialled = to) => {
    const number = parseProtocol(protocol);
    invariant(number !== undefined, `${protocol} is a protocol`);
    return prober.explain({
      from,
      to: dialled,
      protocol: number,
      port,
      sourcePort: undefined,
      icmp: undefined,
    });
  };
}

/** Something came back that was asked for; an endpoint's policy may still have said no to the call. */
export function passes({ connection, policy }: Attempt): boolean {
  return (connection === 'established' || connection === 'replied') && policy?.allowed !== false;
}
