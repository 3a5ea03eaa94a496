/** The internet between the gateways: it carries what has a public address at both ends, and nothing else. */
import type { Rule } from './rule';

export const INTERNET_CARRIES: Rule = {
  id: 'internet.carries',
  says: 'The internet carries packets between public addresses.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
};

export const INTERNET_PRIVATE_ADDRESS: Rule = {
  id: 'internet.private-address',
  says: 'Private addresses are not routed on the internet: a packet to one ends at the first router outside.',
  standing: 'documented',
  source: 'https://www.rfc-editor.org/rfc/rfc1918',
};
