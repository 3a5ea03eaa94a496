/** What a terminal says to whoever tries: the command that people use for the service, and its words for each ending. */
import type { Ending } from '../symptom-kind';

export interface Tried {
  readonly to: string;
  readonly protocol: string;
  readonly port: number;
}

export function transcript(tried: Tried, ending: Ending): readonly string[] {
  const { to, protocol, port } = tried;
  if (protocol === 'icmp') return [`$ ping -c 3 ${to}`, PING[ending]];
  if (/^\d+$/.test(protocol)) return [`$ hping3 --rawip --ipproto ${protocol} -c 3 ${to}`, PING[ending]];
  if (protocol === 'udp')
    return port === 53
      ? [`$ dig @${to} example.com`, DIG[ending]]
      : [`$ nc -vzu -w 10 ${to} ${port}`, `nc: port ${port}: ${FAILED[ending]}`];
  if (port === 22)
    return [`$ ssh ec2-user@${to}`, ...(ending === 'works' ? [WORKS] : sshFailed(tried, ending))];
  if (WEB.has(port)) return [`$ curl -m 10 ${urlOf(tried)}`, curl(tried, ending)];
  return [`$ nc -vz -w 10 ${to} ${port}`, `nc: connect to ${to} port ${port} (tcp): ${FAILED[ending]}`];
}

const WEB: ReadonlySet<number> = new Set([80, 443, 8080, 8443, 9100, 9443]);
const WORKS = 'Last login: from the same address';

/** As the system calls it. */
const FAILED: Readonly<Record<Ending, string>> = {
  works: 'succeeded',
  timeout: 'Connection timed out',
  refused: 'Connection refused',
  interrupted: 'Connection reset by peer',
  denied: 'Permission denied',
  'not-sent': 'Operation not permitted',
};

const PING: Readonly<Record<Ending, string>> = {
  works: '3 packets transmitted, 3 received, 0% packet loss',
  timeout: '3 packets transmitted, 0 received, 100% packet loss',
  refused: '3 packets transmitted, 0 received, +3 errors, 100% packet loss',
  interrupted: '3 packets transmitted, 1 received, 66% packet loss',
  denied: '3 packets transmitted, 0 received, 100% packet loss',
  'not-sent': 'ping: sendmsg: Operation not permitted',
};

const DIG: Readonly<Record<Ending, string>> = {
  works: ';; Got answer: NOERROR',
  timeout: ';; connection timed out; no servers could be reached',
  refused: ';; communications error: connection refused',
  interrupted: ';; communications error: end of file',
  denied: ';; Got answer: REFUSED',
  'not-sent': ';; send: Operation not permitted',
};

function sshFailed({ to, port }: Tried, ending: Ending): readonly string[] {
  return ending === 'interrupted' || ending === 'denied'
    ? [`client_loop: send disconnect: ${FAILED[ending]}`]
    : [`ssh: connect to host ${to} port ${port}:`, FAILED[ending]];
}

function urlOf({ to, port }: Tried): string {
  const host = to.includes(':') ? `[${to}]` : to;
  if (port === 80) return `http://${host}/`;
  return port === 443 ? `https://${host}/` : `https://${host}:${port}/`;
}

function curl({ to, port }: Tried, ending: Ending): string {
  switch (ending) {
    case 'works':
      return 'HTTP/1.1 200 OK';
    case 'denied':
      return 'HTTP/1.1 403 Forbidden';
    case 'timeout':
      return 'curl: (28) Connection timed out after 10001 milliseconds';
    case 'interrupted':
      return 'curl: (56) Recv failure: Connection reset by peer';
    default:
      return `curl: (7) Failed to connect to ${to} port ${port}: ${FAILED[ending]}`;
  }
}
