/** Beliefs about network ACLs and about what no filter judges. */
import type { Lists } from '../network/filter-rows';
import type { BeliefCases } from './case';
import { oneVpc } from './networks';

const HTTPS = 'web > db tcp 443';

/** The network ACL of `db`'s subnet. */
const acl = (lists: Lists) => oneVpc({ acls: { data: lists } });
/** Both in one subnet, with this network ACL. */
const together = (lists: Lists) => oneVpc({ servers: { db: '10.1.1.20 sg-db' }, acls: { app: lists } });

export const FILTER_CASES: BeliefCases = {
  'network-acls-are-stateful': {
    replaces: ['networkAclRemembers'],
    differs: [
      [acl({ out: [] }), HTTPS, 'timeout: return denied-out at acl-data by nacl.default-deny', 'established'],
      [
        oneVpc({ acls: { app: { in: [] } } }),
        HTTPS,
        'timeout: return denied-in at acl-app by nacl.default-deny',
        'established',
      ],
    ],
    agrees: [acl({ in: [] }), HTTPS, 'timeout: forward denied-in at acl-data by nacl.default-deny'],
  },
  'replies-use-the-service-port': {
    replaces: ['networkAcl'],
    differs: [
      [
        acl({ out: ['100 allow tcp 0.0.0.0/0 443'] }),
        HTTPS,
        'timeout: return denied-out at acl-data by nacl.default-deny',
        'established',
      ],
      [
        acl({ out: ['100 allow tcp 0.0.0.0/0 1024-65535'] }),
        HTTPS,
        'established',
        'timeout: return denied-out at acl-data by belief.replies-use-the-service-port',
      ],
    ],
    agrees: [
      acl({ in: ['100 allow tcp 0.0.0.0/0 22'] }),
      HTTPS,
      'timeout: forward denied-in at acl-data by nacl.default-deny',
    ],
  },
  'any-deny-wins': {
    replaces: ['networkAcl'],
    differs: [
      [
        acl({ in: ['100 allow tcp 10.1.1.0/24 443', '200 deny tcp 0.0.0.0/0 443'] }),
        HTTPS,
        'established',
        'timeout: forward denied-in at acl-data by belief.any-deny-wins',
      ],
    ],
    agrees: [
      acl({ in: ['90 deny tcp 0.0.0.0/0 443', '100 allow tcp 10.1.1.0/24 443'] }),
      HTTPS,
      'timeout: forward denied-in at acl-data by nacl.first-match',
    ],
  },
  'highest-number-wins': {
    replaces: ['networkAcl'],
    differs: [
      [
        acl({ in: ['90 deny tcp 10.1.1.0/24 443', '100 allow all 0.0.0.0/0'] }),
        HTTPS,
        'timeout: forward denied-in at acl-data by nacl.first-match',
        'established',
      ],
    ],
    agrees: [acl({ in: ['90 deny tcp 0.0.0.0/0 22', '100 allow all 0.0.0.0/0'] }), HTTPS, 'established'],
  },
  'no-match-is-allowed': {
    replaces: ['networkAcl'],
    differs: [
      [
        acl({ in: ['100 allow tcp 0.0.0.0/0 22'] }),
        HTTPS,
        'timeout: forward denied-in at acl-data by nacl.default-deny',
        'established',
      ],
      [
        acl({ in: [], out: [] }),
        HTTPS,
        'timeout: forward denied-in at acl-data by nacl.default-deny',
        'established',
      ],
    ],
    agrees: [
      acl({ in: ['100 deny tcp 0.0.0.0/0 443'] }),
      HTTPS,
      'timeout: forward denied-in at acl-data by nacl.first-match',
    ],
  },
  'acl-acts-inside-the-subnet': {
    replaces: ['networkAclJudgesInsideSubnet'],
    differs: [
      [
        together({ in: [] }),
        HTTPS,
        'established',
        'timeout: forward denied-in at acl-app by nacl.default-deny',
      ],
      [
        together({ out: [] }),
        HTTPS,
        'established',
        'timeout: forward denied-out at acl-app by nacl.default-deny',
      ],
    ],
    agrees: [acl({ in: [] }), HTTPS, 'timeout: forward denied-in at acl-data by nacl.default-deny'],
  },
  'filters-stop-the-resolver': {
    replaces: ['filtersJudgeExempt'],
    differs: [
      [
        oneVpc({ acls: { app: { out: [] } } }),
        'web > 10.1.0.2 udp 53',
        'replied',
        'timeout: forward denied-out at acl-app by nacl.default-deny',
      ],
      [
        oneVpc({ groups: { 'sg-web': { out: ['tcp 0.0.0.0/0 443'] } } }),
        'web > 169.254.169.253 udp 53',
        'replied',
        'timeout: forward denied-out at sg-web by sg.no-rule',
      ],
    ],
    agrees: [oneVpc(), 'web > 10.1.0.2 udp 53', 'replied'],
  },
};
