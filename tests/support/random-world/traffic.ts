/** Who asks whom in a random world: every kind of end, within one family of addresses. */
import fc from 'fast-check';
import type { TrafficDocument } from '@/lib/core/simulate/world';
import { iso } from '../network/play';

const HERE = ['web', 'app', 'two', 'db', 'late', 'hop', 'fw', 'ni', 'api', 'job', 'remote', 'erp', 'till'];
const FROM = [...HERE, 'office', '203.0.113.5', '192.168.9.9', 'eni-vpce-kms', 'eni-two-2'];
const FROM_V6 = ['web', 'app', 'db', 'job', 'phone', '2001:db8:ffff::1'];
const TO = [
  ...HERE,
  'old',
  'office',
  'eni-two-2',
  '10.1.1.99',
  '10.1.1.11',
  '10.2.1.10',
  '192.168.9.9',
  '203.0.113.5',
  '198.51.100.7',
  '198.51.100.1',
  '198.51.100.9',
  '198.51.100.77',
  '10.1.9.5',
  '10.1.5.20',
  '52.95.128.9',
  '10.1.0.2',
  '169.254.169.253',
  '169.254.168.9',
  '127.0.0.1',
];
const TO_V6 = [
  '2001:4860::8',
  '2001:db8:a:1::10',
  '2001:db8:a:2::10',
  '2001:db8:a:2::99',
  '2001:db8:b:1::20',
  '2001:db8:ffff::1',
];

const v4 = fc.tuple(
  fc.constantFrom(...FROM),
  fc.constantFrom(...TO),
  fc.constantFrom('tcp 443', 'tcp 443', 'tcp 22', 'udp 53', 'icmp', '47'),
);
const v6 = fc.tuple(
  fc.constantFrom(...FROM_V6),
  fc.constantFrom(...TO_V6),
  fc.constantFrom('tcp 443', 'udp 53', 'icmpv6'),
);

/** `web > db tcp 443`, and the like. */
export const question: fc.Arbitrary<string> = fc
  .oneof({ weight: 5, arbitrary: v4 }, { weight: 1, arbitrary: v6 })
  .filter(([from, to]) => from !== to)
  .map(([from, to, how]) => `${from} > ${to} ${how}`);

export interface TrafficDraw {
  readonly asked: string;
  readonly requests: number;
  readonly bytes: number;
  readonly after: number;
}

export const trafficDraw: fc.Arbitrary<TrafficDraw> = fc.record({
  asked: question,
  requests: fc.integer({ min: 1, max: 3 }),
  bytes: fc.integer({ min: 0, max: 5000 }),
  after: fc.integer({ min: 0, max: 300 }),
});

const CALL = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::secret/key' };

export function trafficRow({ asked, requests, bytes, after }: TrafficDraw): TrafficDocument {
  const [From = '', , To = '', Protocol = '', port] = asked.split(' ');
  return {
    From,
    To,
    Protocol,
    ...(port && { Port: Number(port) }),
    Requests: requests,
    Bytes: bytes,
    ...(To.startsWith('52.') && { Call: CALL }),
    At: iso(after),
  };
}
