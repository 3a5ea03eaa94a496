/** A connection test made on a host of one's own, in the words of the tool that makes it: all that ever tells of Hosts. */
import { assertNever } from '../../assert';
import { formatAddress } from '../../net/address';
import { AWS_PACKET_LAWS, type PacketLaws } from '../../rules/packet-laws';
import type { Intent } from '../../scenario/intent';
import { asked } from '../../scenario/intent-path';
import type { ConnectionOutcome } from '../../simulate/outcome';
import type { ParsedWorld } from '../../simulate/parse-world';
import type { Account } from './account';
import type { TestExhibit } from './exhibit';

/** How long the tools are told to wait, in seconds. */
const WAIT = 5;

/** Hosts on which somebody can type, but the one that is asked: what it says to itself passes nothing. */
export function testHosts({ world }: Account, { server }: Intent): readonly string[] {
  return [...world.hosts.byName.values()]
    .filter(({ name, networkInterfaceIds }) => {
      const [first] = networkInterfaceIds;
      return name !== server && world.network.networkInterfaces.get(first ?? '')?.instance !== undefined;
    })
    .map(({ name }) => name);
}

export function testOutcome(
  account: Account,
  intent: Intent,
  host: string,
  laws: PacketLaws = AWS_PACKET_LAWS,
): ConnectionOutcome {
  return asked(account.world, { ...intent, from: host, to: dialledFrom(account.world, intent, host) }, laws)
    .connection;
}

export function connectionTest(account: Account, intent: Intent, host: string): TestExhibit {
  const outcome = testOutcome(account, intent, host);
  const to = dialledFrom(account.world, intent, host);
  return {
    kind: 'test',
    host,
    ...TOOLS[intent.protocol](to, intent.port, outcome),
    outcome,
    seconds: outcome === 'timeout' || outcome === 'not-answered' ? WAIT : 0,
  };
}

/** Who is in the network dials the server's own address; whoever the case is about dials what they dialled. */
function dialledFrom({ hosts, network }: ParsedWorld, { from, to, server }: Intent, host: string): string {
  const [interfaceId] = hosts.byName.get(server)?.networkInterfaceIds ?? [];
  const own = network.networkInterfaces.get(interfaceId ?? '');
  return host === from || to.includes(':') || !own ? to : formatAddress(own.primaryAddress);
}

type Typed = Pick<TestExhibit, 'command' | 'printed'>;

const TOOLS: Readonly<
  Record<Intent['protocol'], (to: string, port: number, outcome: ConnectionOutcome) => Typed>
> = {
  tcp: netcat,
  udp: nping,
  icmp: (to, _port, outcome) => ping(to, outcome),
};

/** OpenBSD's netcat, as most distributions have it. */
function netcat(to: string, port: number, outcome: ConnectionOutcome): Typed {
  const command = `nc -n -v -z -w ${WAIT} ${to} ${port}`;
  const failed = (why: string): Typed => ({
    command,
    printed: [`nc: connect to ${to} port ${port} (tcp) failed: ${why}`],
  });
  switch (outcome) {
    case 'established':
    case 'replied':
      return { command, printed: [`Connection to ${to} ${port} port [tcp/*] succeeded!`] };
    case 'refused':
      return failed('Connection refused');
    case 'never-sent':
      return failed('Network is unreachable');
    case 'timeout':
    case 'not-answered':
      return {
        command,
        printed: [`nc: connect to ${to} port ${port} (tcp) timed out: Operation now in progress`],
      };
    default:
      return assertNever(outcome);
  }
}

/** Nmap's nping counts answers; netcat tells of UDP only that nothing was refused. */
function nping(to: string, port: number, outcome: ConnectionOutcome): Typed {
  const answered = outcome === 'replied' || outcome === 'established' ? 1 : 0;
  return {
    command: `nping --udp -c 1 -p ${port} ${to}`,
    printed:
      outcome === 'refused'
        ? [`RCVD ICMP [${to}] Port unreachable (type=3/code=3)`]
        : [
            `UDP packets sent: 1 | Rcvd: ${answered} | Lost: ${1 - answered} (${answered === 1 ? '0.00' : '100.00'}%)`,
          ],
  };
}

function ping(to: string, outcome: ConnectionOutcome): Typed {
  const answered = outcome === 'replied' || outcome === 'established' ? 1 : 0;
  return {
    command: `ping -n -c 1 -W ${WAIT} ${to}`,
    printed: [`1 packets transmitted, ${answered} received, ${answered === 1 ? 0 : 100}% packet loss`],
  };
}
