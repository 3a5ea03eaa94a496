/** Rows as numbers: the first that fits, from any place on; beside it each row asked in words. */
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { constantCidr, contains } from '@/lib/core/net/cidr';
import type { Packet } from '@/lib/core/net/packet';
import { ICMP, ICMPV6, TCP, UDP } from '@/lib/core/net/protocol';
import { filterMismatch } from '@/lib/core/rules/filter';
import { FilterIndex, type FilterRow } from '@/lib/core/rules/filter-index';
import { likenessOf, SubjectSet, subjectOf } from '@/lib/core/rules/subject';
import { rule } from '../../support/filter';
import { echo, tcp, udp } from '../../support/packet';

function row(text: string): FilterRow {
  const { peer, ...filter } = rule(text);
  return { filter, cidr: peer.kind === 'cidr' ? peer.cidr : 'any' };
}

const index = new FilterIndex(
  ['tcp ::/0 443', 'tcp 10.0.0.0/8 443', 'udp 10.0.0.0/8 53', 'tcp sg-any 400-500', 'all 0.0.0.0/0'].map(row),
);

describe('FilterIndex', () => {
  it.each([
    ['passes rows of IPv6 over', tcp('10.0.0.4:5000 > 10.0.1.5:443'), 0, 1],
    ['goes on behind a row', tcp('10.0.0.4:5000 > 10.0.1.5:443'), 2, 3],
    ['leaves the far end of some rows open', tcp('192.0.2.1:5000 > 10.0.1.5:443'), 0, 3],
    ['holds both ends of a range', tcp('192.0.2.1:5000 > 10.0.1.5:500'), 0, 3],
    ['and nothing beyond', tcp('192.0.2.1:5000 > 10.0.1.5:501'), 0, 4],
    ['tells UDP from TCP', udp('10.0.0.4:5000 > 10.0.1.5:53'), 0, 2],
    ['tells TCP from UDP', tcp('10.0.0.4:5000 > 10.0.1.5:53'), 0, 4],
    ['fits everything with `all`', echo('10.0.0.4 > 10.0.1.5'), 0, 4],
    ['ends with the list', echo('10.0.0.4 > 10.0.1.5'), 5, -1],
    ['finds IPv6', tcp('[2001:db8::1]:5000 > [2001:db8::2]:443'), 0, 0],
    ['finds no IPv6 behind it but open rows', tcp('[2001:db8::1]:5000 > [2001:db8::2]:443'), 1, 3],
  ])('%s', (_, packet, start, found) => {
    expect(index.next(packet, packet.source, start)).toBe(found);
  });

  const blocks = ['0.0.0.0/0', '10.0.0.0/8', '10.0.0.4/32', '10.0.0.0/31', '::/0', '2001:db8::/127'];
  const protocol = fc.constantFrom<number | 'all'>('all', TCP, UDP, ICMP, ICMPV6, 47, 0, 255);
  const port = fc.constantFrom(0, 1, 443, 444, 65535);
  const ports = fc.oneof(
    fc.constant('all' as const),
    fc.tuple(port, port).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  );
  const type = fc.constantFrom(0, 3, 8, 128, 255, 256);
  const code = fc.constantFrom<number | 'all'>('all', 0, 4, 255, 256);
  const icmp = fc.oneof(fc.constant('all' as const), fc.record({ type, code }));
  const anyRow: fc.Arbitrary<FilterRow> = fc.record({
    filter: fc.record({ protocol, ports, icmp }),
    cidr: fc.constantFrom('any' as const, ...blocks.map(constantCidr)),
  });
  const header = fc.record({
    protocol: fc.constantFrom(TCP, UDP, ICMP, ICMPV6, 47, 0, 255),
    destinationPort: port,
    icmp: fc.option(fc.record({ type: fc.constantFrom(0, 3, 8, 255), code: fc.constantFrom(0, 4, 255) }), {
      nil: undefined,
    }),
  });
  const ends = fc.constantFrom(
    '10.0.0.4:1 > 10.0.1.5:1',
    '192.0.2.1:1 > 10.0.1.5:1',
    '[2001:db8::1]:1 > [::1]:1',
  );

  test.prop([fc.array(anyRow, { maxLength: 8 }), header, ends, fc.nat(8)], { numRuns: 2000 })(
    'finds the row that the words of a filter mean',
    (rows, { protocol: number, destinationPort, icmp: message }, text, start) => {
      const packet: Packet = {
        ...udp(text),
        protocol: number,
        destinationPort: number === TCP || number === UDP ? destinationPort : 0,
        icmp: number === ICMP || number === ICMPV6 ? message : undefined,
      };
      const plainly = rows.findIndex(
        ({ filter, cidr }, i) =>
          i >= start && (cidr === 'any' || contains(cidr, packet.source)) && !filterMismatch(filter, packet),
      );
      expect(new FilterIndex(rows).next(packet, packet.source, start)).toBe(plainly);
    },
  );

  test.prop([fc.array(anyRow, { maxLength: 6 }), header])(
    'has sets of subjects that answer as their filters do',
    (rows, asked) => {
      const packet = { ...udp('10.0.0.4:1 > 10.0.1.5:1'), ...asked };
      const subject = subjectOf(packet);
      const fits = (number: number): boolean =>
        rows.some(({ filter }) => !filterMismatch(filter, { ...packet, ...likenessOf(number) }));
      const set = new SubjectSet(
        rows.map(({ filter }) => filter),
        fits,
      );
      if (subject >= 0)
        expect(set.has(subject)).toBe(rows.some(({ filter }) => !filterMismatch(filter, packet)));
    },
  );
});
