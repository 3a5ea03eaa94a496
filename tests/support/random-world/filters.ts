/** Random network ACLs and security groups: odd blocks, ports and ICMP types of both families, often open behind. */
import fc from 'fast-check';
import type { Lists } from '../network/filter-rows';

const BLOCKS = [
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '10.1.1.0/28',
  '10.2.1.10/32',
  '192.168.0.0/16',
  '203.0.113.0/24',
  '::/0',
  '2001:db8:a::/56',
  '2001:db8:a:2::10/128',
];
const SUBJECTS = [
  'all',
  'all',
  'tcp',
  'tcp 443',
  'tcp 22',
  'tcp 1024-65535',
  'udp 53',
  'icmp 8/0',
  'icmp 3/-1',
  'icmpv6',
  '47',
];
const OTHERS = ['sg-a', 'sg-web', 'sg-db', 'sg-b', 'sg-job', 'pl-corp', 'pl-s3', 'pl-gone'];
const PEERS = [...BLOCKS, ...OTHERS, ...OTHERS];

/** Protocol, block, ports: in the order in which a rule is written. */
const rule = (peers: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...peers)).map(([subject, peer]) => {
    const [protocol = '', detail] = subject.split(' ');
    return [protocol, peer, detail].filter((word) => word !== undefined).join(' ');
  });

/** So often in six. */
const openBehind = (often: number): fc.Arbitrary<boolean> =>
  fc.integer({ min: 1, max: 6 }).map((number) => number <= often);

const entries: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(fc.integer({ min: 1, max: 400 }), fc.constantFrom('allow', 'deny'), rule(BLOCKS)),
      { maxLength: 5, selector: ([number]) => number },
    ),
    openBehind(5),
  )
  .map(([rows, open]) => [
    ...rows.map(([number, action, text]) => `${number} ${action} ${text}`),
    ...(open ? ['1000 allow all 0.0.0.0/0', '1010 allow all ::/0'] : []),
  ]);

const permissions: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.array(rule(PEERS), { maxLength: 5 }), openBehind(3))
  .map(([rows, open]) => [...rows, ...(open ? ['all 0.0.0.0/0', 'all ::/0'] : [])]);

const lists = (one: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Lists> => fc.record({ in: one, out: one });

export const acl = lists(entries);
export const group = lists(permissions);
