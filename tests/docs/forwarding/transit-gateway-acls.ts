/** Which network ACLs stand between an instance and a transit gateway. */
import { asks, type Case } from './case';
import { ASKED, hub, THROUGH } from './hub-world';

const at = (leg: string, acl: string): string => `timeout: ${leg} at ${acl} by nacl.default-deny`;
export const CASES: readonly Case[] = [
  asks(
    'tgw.acl-own-subnet',
    'out of the subnet of the sender',
    hub({ inA: { app: { out: [] } } }),
    ASKED,
    at('forward denied-out', 'acl-app'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'into the attachment subnet, by the source',
    hub({ inA: { ta: { in: ['100 allow all 10.1.2.0/24'] } } }),
    ASKED,
    at('forward denied-in', 'acl-ta'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'what the attachment subnet lets out does not matter on this way',
    hub({ inA: { ta: { out: ['100 allow all 10.1.1.0/24'] } } }),
    ASKED,
    THROUGH,
  ),
  asks(
    'tgw.acl-own-subnet',
    'out of the attachment subnet, by the destination',
    hub({ inB: { tb: { out: ['100 allow all 10.2.2.0/24'] } } }),
    ASKED,
    at('forward denied-out', 'acl-tb'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'into the subnet of the receiver',
    hub({ inB: { far: { in: [] } } }),
    ASKED,
    at('forward denied-in', 'acl-far'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'the answer into the attachment subnet there',
    hub({ inB: { tb: { in: [] } } }),
    ASKED,
    at('return denied-in', 'acl-tb'),
  ),
  asks(
    'tgw.acl-own-subnet',
    'the answer out of the attachment subnet here',
    hub({ inA: { ta: { out: [] } } }),
    ASKED,
    at('return denied-out', 'acl-ta'),
  ),
  asks(
    'tgw.acl-same-subnet',
    'to the gateway: outbound',
    hub({ inA: { ta: { out: [] } } }),
    'here > api tcp 443',
    at('forward denied-out', 'acl-ta'),
  ),
  asks(
    'tgw.acl-same-subnet',
    'to the gateway: inbound as well, where the source is the instance',
    hub({ inA: { ta: { in: ['100 allow all 10.2.0.0/16'] } } }),
    'here > api tcp 443',
    at('forward denied-in', 'acl-ta'),
  ),
  asks(
    'tgw.acl-same-subnet',
    'from the gateway: neither',
    hub({
      inB: {
        tb: { in: ['100 allow tcp 10.2.8.0/28 0-65535'], out: ['100 allow tcp 10.1.0.0/16 1024-65535'] },
      },
    }),
    'web > there tcp 443',
    'established',
  ),
];
