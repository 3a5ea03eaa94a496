/** What a record tells, held against its addresses and ports alone: whoever is dialled has the lower port. */
import { describe, expect, it } from 'vitest';
import { invariant } from '@/lib/core/assert';
import { generateQuestion } from '@/lib/core/quiz/generate/generate';
import { gradeReadRecord } from '@/lib/core/quiz/kinds/what-record-tells';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { rotatingSeeds, SEED_BASE } from '../../../support/rotating-seed';

const trap = TRAPS.find(({ also }) => also?.some(({ asks }) => asks === 'what-record-tells'));

describe(`seeds of ${SEED_BASE}`, () => {
  it.each(rotatingSeeds(8))('%s', (seed) => {
    invariant(trap, 'a trap asks so');
    const { question } = generateQuestion(trap, seed, 'what-record-tells');
    invariant(question.kind === 'what-record-tells', 'it is asked so');
    const { record, interfaceId } = question.record;
    const row = question.world.Snapshot.NetworkInterfaces?.find(
      (one) => one.NetworkInterfaceId === interfaceId,
    );
    const own = [
      ...(row?.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress),
      ...(row?.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address),
    ];
    const way = own.includes(record.dstaddr ?? '') ? 'in' : 'out';
    const [near, far] = way === 'in' ? [record.dstport, record.srcport] : [record.srcport, record.dstport];
    const began = (near ?? 0) > (far ?? 0) ? 'here' : 'there';
    const key = question.options.findIndex((one) => one.way === way && one.began === began);
    expect(question.options.map((_, i) => gradeReadRecord(question, i).right)).toEqual(
      question.options.map((_, i) => i === key),
    );
  });
});
