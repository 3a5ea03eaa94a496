/** What a repair opens to the whole world: found in what it grants, and tried by a stranger. */
import type { WorldOpening } from '../../explain/audit';
import { type Address, formatAddress } from '../../net/address';
import type { Interval } from '../../net/interval';
import { formatProtocol, hasPorts } from '../../net/protocol';
import type { FilterGrant } from '../../reach/grant';
import { askerOf } from '../../scenario/intent-path';
import { works } from '../../simulate/outcome';
import type { ParsedWorld } from '../../simulate/parse-world';
import type { NetworkInterface } from '../../vpc/network-interface';

/** RFC 5737, TEST-NET-3. */
const STRANGER = '203.0.113.253';
/** From here on a grant is one to the world: half of all IPv4 addresses. */
const WORLD = 2 ** 31;
/** Of each grant so many doors are tried; one that opens is enough for a sentence. */
const MOST_DOORS = 2;

export function worldOpenings(
  repaired: ParsedWorld,
  grants: readonly FilterGrant[],
): readonly WorldOpening[] {
  const wide = grants.filter(
    ({ direction, granted }) => direction === 'ingress' && countOf(granted.project('source')) >= WORLD,
  );
  if (wide.length === 0) return [];
  const asker = askerOf(repaired);
  return wide.map((grant) => {
    const { kind, at, granted } = grant;
    const header = granted.sample();
    const name = formatProtocol(header?.protocol ?? 6);
    const protocol = name === 'udp' || name === 'icmp' ? name : 'tcp';
    const port = header && hasPorts(header.protocol) ? portIn(repaired, grant) : 0;
    const doors = membersOf(repaired, grant).flatMap((member) =>
      publicOf(member).map((address) => ({ member, address })),
    );
    const open = doors.slice(0, MOST_DOORS).find(({ address, member }) =>
      works(
        asker({
          id: at.join(),
          says: '',
          from: STRANGER,
          to: formatAddress(address),
          server: member.id,
          protocol,
          port,
        }).connection,
      ),
    );
    return {
      kind,
      at,
      protocols: granted.project('protocol'),
      ports: granted.project('destinationPort'),
      reached: open && {
        stranger: STRANGER,
        address: formatAddress(open.address),
        name: open.member.name ?? open.member.id,
      },
    };
  });
}

function countOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** A port that somebody listens on, so that the stranger has a chance; else the first. */
function portIn({ hosts }: ParsedWorld, { granted }: FilterGrant): number {
  const ranges = granted.project('destinationPort');
  const listened = [...hosts.byName.values()].flatMap(({ listeners = [] }) =>
    listeners.map(({ port }) => port),
  );
  const isOpen = (port: number): boolean => ranges.some(({ from, to }) => from <= port && port <= to);
  return (
    listened.find((port): port is number => typeof port === 'number' && isOpen(port)) ?? ranges[0]?.from ?? 0
  );
}

function membersOf({ network }: ParsedWorld, { kind, at }: FilterGrant): readonly NetworkInterface[] {
  return [...network.networkInterfaces.values()].filter(({ securityGroups, subnet }) =>
    kind === 'security-group'
      ? securityGroups.some(({ id }) => at.includes(id))
      : at.includes(subnet.networkAcl.id),
  );
}

function publicOf({ privateAddresses }: NetworkInterface): readonly Address[] {
  return privateAddresses.flatMap(({ publicAddress }) =>
    publicAddress === undefined ? [] : [publicAddress],
  );
}
