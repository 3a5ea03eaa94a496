/** Ways serve every pair of interfaces between their two subnets, whoever asked first. */
import { describe, expect, it } from 'vitest';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { proberOf } from '@/lib/core/simulate/probe';
import type { World } from '@/lib/core/simulate/world';
import { question, summary } from '../../../support/network/ask';
import { worldOf } from '../../../support/network/part';
import { vpc } from '../../../support/network/vpc';
import { parsed } from '../../../support/pair';

const two = worldOf(
  vpc('a', '10.0.0.0/16', {
    subnets: { app: '10.0.1.0/24', data: '10.0.2.0/24' },
    servers: {
      web: '10.0.1.10 sg-web',
      'bare-web': '10.0.1.20',
      db: '10.0.2.10 sg-db',
      'bare-db': '10.0.2.20',
    },
    groups: { 'sg-web': {}, 'sg-db': { in: ['tcp 10.0.9.0/24 443'] } },
  }),
);

/** Without security groups, as the interfaces of some services are. */
function bare({ Snapshot, ...rest }: World): World {
  const NetworkInterfaces = (Snapshot.NetworkInterfaces ?? []).map((row) =>
    row.NetworkInterfaceId.startsWith('eni-bare') ? { ...row, Groups: [] } : row,
  );
  return { ...rest, Snapshot: { ...Snapshot, NetworkInterfaces } };
}

describe('a way', () => {
  const orders = [
    ['web > db tcp 443', 'web > bare-db tcp 443'],
    ['bare-web > bare-db tcp 443', 'web > db tcp 443', 'bare-web > db tcp 443'],
  ];
  it.each(orders.map((order) => [order.join(', '), order]))(
    'answers %s in turn as a walk does',
    (_, order) => {
      const world = parsed(bare(two));
      const knowing = proberOf(world);
      const walking = proberOf(world, { ...AWS_PACKET_LAWS });
      for (const text of order) {
        const told = knowing.explain(question(text));
        const walked = walking.explain(question(text));
        expect(summary(told)).toBe(summary(walked));
        expect(told.forward?.hops).toEqual(walked.forward?.hops);
        expect(told.return?.hops).toEqual(walked.return?.hops);
        expect(knowing.verdict(question(text))).toBe(walked.connection);
      }
    },
  );
});
