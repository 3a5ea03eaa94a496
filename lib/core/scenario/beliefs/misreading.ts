/** What people wrongly read in a log, or in the words of a terminal. */
import { LOG_ACTION } from '../../flowlog/rules';
import { HOST_NOT_LISTENING } from '../../rules/host';
import { IGW_NEEDS_PUBLIC_SOURCE } from '../../rules/internet-gateway';
import { NACL_STATELESS } from '../../rules/network-acl';
import { ROUTE_MAIN_TABLE } from '../../rules/route-table';
import { SG_TRACKED } from '../../rules/security-group';
import { misreading } from '../belief';

export const silenceIsDenialByTheGroup = misreading({
  id: 'silence-is-denial-by-the-group',
  says: 'A log without a record means that the security group dropped the packet.',
  truth: 'A security group that refuses leaves a REJECT: a silent interface was never reached.',
  rules: [LOG_ACTION],
  traps: ['silence-is-not-denial', 'reflection-ssh'],
  blames: 'security-group',
  reads: ({ records }) => records === 'none',
});

export const silenceIsDenialByTheList = misreading({
  id: 'silence-is-denial-by-the-list',
  says: 'A log without a record means that the network ACL dropped the packet at the border.',
  truth: 'A network ACL that refuses leaves a REJECT: a silent interface was never reached.',
  rules: [LOG_ACTION],
  traps: ['silence-is-not-denial', 'reflection-ssh'],
  blames: 'network-acl',
  reads: ({ records }) => records === 'none',
});

export const rejectIsTheGroup = misreading({
  id: 'reject-is-the-group',
  says: 'A REJECT is the word of the security group.',
  truth: 'A network ACL writes the same word, and no field says which of the two it was.',
  rules: [LOG_ACTION],
  traps: ['record-names-no-judge', 'accept-in-reject-out'],
  blames: 'security-group',
  reads: ({ records }) => records === 'rejected' || records === 'answer-rejected',
});

export const rejectIsTheList = misreading({
  id: 'reject-is-the-list',
  says: 'A REJECT is the word of the network ACL.',
  truth: 'A security group writes the same word, and no field says which of the two it was.',
  rules: [LOG_ACTION],
  traps: ['record-names-no-judge'],
  blames: 'network-acl',
  reads: ({ records }) => records === 'rejected',
});

export const acceptMeansTheHost = misreading({
  id: 'accept-means-the-host',
  says: 'The request was accepted, so the network is in order and the host is to blame.',
  truth: 'The request came in; the answer has routes and lists of its own to pass.',
  rules: [NACL_STATELESS],
  traps: ['accept-proves-one-way'],
  blames: 'host',
  reads: ({ records, ending }) => records !== 'none' && records !== 'rejected' && ending !== 'works',
});

export const everyFailureIsABlock = misreading({
  id: 'every-failure-is-a-block',
  says: 'A connection that fails is blocked by the security group.',
  truth: 'A refusal at once is an answer: the network carried the request there, and the refusal back.',
  rules: [HOST_NOT_LISTENING],
  traps: ['refused-or-timed-out'],
  blames: 'security-group',
  reads: ({ ending }) => ending !== 'works',
});

export const everyFailureIsTheList = misreading({
  id: 'every-failure-is-the-list',
  says: 'A connection that fails is stopped by the network ACL, since nobody ever looks there.',
  truth: 'What the list stops is written as REJECT at the interface behind it.',
  rules: [LOG_ACTION],
  traps: ['acl-only-at-the-edge', 'refused-or-timed-out'],
  blames: 'network-acl',
  reads: ({ ending }) => ending !== 'works',
});

export const timeOutsAreTheHost = misreading({
  id: 'time-outs-are-the-host',
  says: 'A time-out means that the service on the host hangs or does not run.',
  truth: 'Where nothing listens the host refuses at once; silence comes from filters, routes and firewalls.',
  rules: [HOST_NOT_LISTENING],
  traps: ['refused-or-timed-out'],
  blames: 'host',
  reads: ({ ending }) => ending === 'timeout',
});

export const repliesNeedAnOutboundRule = misreading({
  id: 'unanswered-means-the-group',
  says: 'A request that is accepted and not answered lacks an outbound rule in the security group.',
  truth: 'A security group lets the answer to whatever it has let in pass, whatever its outbound rules say.',
  rules: [SG_TRACKED],
  traps: ['reply-needs-no-outbound-rule', 'accept-in-reject-out'],
  blames: 'security-group',
  reads: ({ records, ending }) => records !== 'none' && records !== 'rejected' && ending === 'timeout',
});

export const aRouteIsAllItTakes = misreading({
  id: 'a-route-is-all-it-takes',
  says: 'Whoever cannot reach the internet lacks a default route, and so does whoever cannot be reached from it.',
  truth:
    'A public address and a gateway that is attached are needed too, and a NAT gateway needs a route of its own.',
  rules: [IGW_NEEDS_PUBLIC_SOURCE],
  traps: ['public-address-and-gateway', 'nat-in-a-private-subnet'],
  blames: 'upstream',
  reads: ({ ending }) => ending === 'timeout',
});

export const theTableBesideIsTheSubnets = misreading({
  id: 'the-table-beside-is-the-subnets',
  says: 'The table that was made for a subnet is the one that the subnet follows.',
  truth: 'A subnet follows the table that it is associated with, and without an association the main one.',
  rules: [ROUTE_MAIN_TABLE],
  traps: ['quietly-on-the-main-table'],
  blames: 'upstream',
  reads: ({ ending }) => ending === 'timeout',
});
