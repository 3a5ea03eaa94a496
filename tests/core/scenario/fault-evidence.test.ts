/** What each kind of fault leaves in the log, as the catalogue's column of evidence has it: who says ACCEPT, who REJECT, who nothing. */
import { describe, expect, it } from 'vitest';
import { invariant } from '@/lib/core/assert';
import { AWS_LOG_LAWS } from '@/lib/core/flowlog/log-laws';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import { FAULTS } from '@/lib/core/scenario/faults/catalogue';
import { generateFault } from '@/lib/core/scenario/generate-fault';
import { ends } from '@/lib/core/scenario/intent-path';
import { lookalikesOf } from '@/lib/core/scenario/lookalike';
import { linesOf, play } from '@/lib/core/scenario/trial';
import type { World } from '@/lib/core/simulate/world';

const SEEDS = ['one', 'two', 'three'];

function cases(id: string): readonly FaultCase[] {
  const fault = FAULTS.find((one) => one.id === id);
  invariant(fault, `${id} is in the catalogue`);
  return SEEDS.map((seed) => generateFault(fault, seed).made);
}

/** `ACCEPT in`, `REJECT out` at the client and at the server, each once. */
function evidence({ path, stretch }: FaultCase, world: World) {
  const trial = play({ ...world, Snapshot: loggedWithDirections(world) }, AWS_PACKET_LAWS);
  const { client, server } = ends(path);
  const at = (interfaceId: string | undefined): string =>
    [
      ...new Set(
        linesOf(trial, stretch, AWS_LOG_LAWS)
          .filter((line) => line.interfaceId === interfaceId && line.fields['log-status'] === 'OK')
          .map(({ fields }) => `${fields.action} ${fields['flow-direction'] === 'ingress' ? 'in' : 'out'}`),
      ),
    ]
      .toSorted()
      .join(', ');
  return { client: client ? at(client.id) : 'outside', server: server ? at(server.id) : 'outside' };
}

function loggedWithDirections({ Snapshot }: World): World['Snapshot'] {
  const LogFormat = '${interface-id} ${srcaddr} ${dstaddr} ${action} ${log-status} ${flow-direction}';
  return { ...Snapshot, FlowLogs: (Snapshot.FlowLogs ?? []).map((row) => ({ ...row, LogFormat })) };
}

const BOTH = 'ACCEPT in, ACCEPT out';

describe('the log of a broken world', () => {
  it.each([
    ['sg-in-missing', 'REJECT in'],
    ['sg-wrong-source', 'REJECT in'],
    ['sg-wrong-attached', 'REJECT in'],
    ['sg-self-ref', 'REJECT in'],
    ['sg-ref-public-ip', 'REJECT in'],
    ['sg-ref-cross-region', 'REJECT in'],
    ['sg-ref-tgw', 'REJECT in'],
    ['if-endpoint-sg', 'REJECT in'],
    ['bpa', 'REJECT in'],
    ['nacl-in-missing', 'REJECT in'],
    ['nacl-order', 'REJECT in'],
    ['nacl-cidr-not-covered', 'REJECT in'],
    ['nacl-custom-deny-all', 'REJECT in'],
    ['nacl-out-reply', 'ACCEPT in, REJECT out'],
    ['listen-localhost', BOTH],
    ['host-firewall', 'ACCEPT in'],
    ['pcx-route-missing', ''],
    ['pcx-not-accepted', ''],
    ['disconnected-vpcs', ''],
    ['tgw-subnet-route-missing', ''],
    ['no-public-ip', ''],
    ['eip-released', ''],
    ['igw-missing', ''],
    ['nacl-intra-subnet', BOTH],
  ])('%s: the server says `%s`', (id, says) => {
    let asked = 0;
    for (const one of cases(id)) {
      const { server } = evidence(one, one.broken);
      // Where somebody inside is refused on his way out by Block Public Access, nobody else is asked.
      if (server === 'outside') continue;
      asked += 1;
      expect(`${one.path.intent.says}: ${server}`).toBe(`${one.path.intent.says}: ${says}`);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it.each([
    ['sg-egress-missing', 'REJECT out'],
    ['sg-egress-pinned', 'REJECT out'],
    ['nacl-out-request', 'REJECT out'],
    ['nacl-prefix-list', 'REJECT out'],
    ['nacl-in-reply', 'ACCEPT out, REJECT in'],
    ['nat-route-missing', 'ACCEPT out'],
    ['private-route-to-igw', 'ACCEPT out'],
    ['nat-in-private-subnet', 'ACCEPT out'],
    ['nat-private-type', 'ACCEPT out'],
    ['lambda-no-egress', 'ACCEPT out'],
    ['lambda-public-subnet', 'ACCEPT out'],
    ['gwep-not-associated', 'ACCEPT out'],
    ['endpoint-policy', BOTH],
    ['iam-not-network', BOTH],
    ['nat-idle', BOTH],
    ['imds-blocked', ''],
  ])('%s: the client says `%s`', (id, says) => {
    let asked = 0;
    for (const one of cases(id)) {
      const { client } = evidence(one, one.broken);
      if (client === 'outside') continue;
      asked += 1;
      expect(`${one.path.intent.says}: ${client}`).toBe(`${one.path.intent.says}: ${says}`);
    }
    expect(asked).toBeGreaterThan(0);
  });

  it('sg-tracked: the session that was open goes on, and new ones are refused', () => {
    for (const one of cases('sg-tracked')) {
      invariant(one.watched, 'it breaks while somebody watches');
      const { moment, world } = one.watched;
      const { capture } = play(world, AWS_PACKET_LAWS);
      const { server } = ends(one.path);
      const later = capture.crossings.filter(
        ({ networkInterface, at, direction }) =>
          networkInterface.id === server?.id && at > moment && direction === 'ingress',
      );
      const session = capture.results.find((result) => 'call' in result && result.call.traffic === 1);
      invariant(session && 'call' in session, 'a session was opened');
      const { sourcePort } = session.call.opening;
      const old = later.filter(({ packet }) => packet.sourcePort === sourcePort);
      expect(old.length).toBeGreaterThan(5);
      expect(new Set(old.map(({ action }) => action))).toEqual(new Set(['ACCEPT']));
      const fresh = later.filter(({ packet }) => packet.sourcePort !== sourcePort);
      expect(new Set(fresh.map(({ action }) => action))).toEqual(new Set(['REJECT']));
    }
  });

  it('tgw-appliance-mode: one firewall sees the requests, the other the answers', () => {
    for (const one of cases('tgw-appliance-mode')) {
      const { capture } = play(one.broken, AWS_PACKET_LAWS);
      const seenBy = new Map<string, Set<boolean>>();
      for (const { networkInterface, packet, direction } of capture.crossings) {
        const name = networkInterface.instance?.name ?? '';
        if (!name.startsWith('firewall') || direction !== 'ingress') continue;
        const ways = seenBy.get(name) ?? new Set();
        seenBy.set(name, ways.add(packet.destinationPort === one.path.intent.port));
      }
      expect([...seenBy.values()].map((ways) => [...ways])).toEqual([[true], [false]]);
    }
  });

  it('multi-eni-routing: nothing leaves by the interface that was asked', () => {
    for (const one of cases('multi-eni-routing')) expect(evidence(one, one.broken).server).toBe('ACCEPT in');
  });
});

describe('lookalikesOf', () => {
  it.each([
    ['10.4.8.0/24', ['10.4.9.0/24', '10.4.10.0/24', '10.4.11.0/24']],
    ['10.4.0.0/16', ['10.5.0.0/16', '10.6.0.0/16', '10.7.0.0/16']],
    ['203.0.113.192/26', ['203.0.113.64/26', '203.0.113.128/26']],
    ['2001:db8:1::/48', ['2001:db8:dead::/48']],
  ])('%s', (range, others) => {
    expect(lookalikesOf(range)).toEqual(others);
  });

  it('leaves out the range itself, and the first and the last of a /24', () => {
    expect(lookalikesOf('203.0.113.48/28')).toHaveLength(13);
    expect(lookalikesOf('203.0.113.48/28')).not.toContain('203.0.113.48/28');
  });
});
