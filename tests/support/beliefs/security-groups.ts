/** Beliefs about security groups: their rules, their references, their memory. */
import type { World } from '@/lib/core/simulate/world';
import { type Lists, permission } from '../network/filter-rows';
import { at } from '../network/play';
import type { BeliefCases } from './case';
import { behindNat, oneVpc, onTransitGateway, peered } from './networks';

const HTTPS = 'web > db tcp 443';
const REFUSED = 'timeout: forward denied-in at sg-db by sg.no-rule';

/** Rules of `db`'s group. */
const group = (lists: Lists) => oneVpc({ groups: { 'sg-db': lists } });
/** `db` in two groups. */
const twoGroups = (one: Lists, other: Lists) =>
  oneVpc({ servers: { db: '10.1.2.10 sg-db sg-x' }, groups: { 'sg-db': one, 'sg-x': other } });
/** Both in one group. */
const oneGroup = (lists: Lists) =>
  oneVpc({ servers: { web: '10.1.1.10 sg-x', db: '10.1.2.10 sg-x' }, groups: { 'sg-x': lists } });

const RULE_CASES: BeliefCases = {
  'security-groups-are-stateless': {
    replaces: ['securityGroupsRemember'],
    differs: [
      [group({ out: [] }), HTTPS, 'established', 'timeout: return denied-out at sg-db by sg.no-rule'],
      [
        oneVpc({ groups: { 'sg-web': { in: [] } } }),
        'web > db icmp',
        'replied',
        'timeout: return denied-in at sg-web by sg.no-rule',
      ],
      [
        behindNat(undefined, { in: [] }),
        'web > 203.0.113.80 tcp 443',
        'established',
        'timeout: return denied-in at sg-web by sg.no-rule',
      ],
    ],
    agrees: [group({ in: [] }), HTTPS, REFUSED],
  },
  'every-group-must-allow': {
    replaces: ['securityGroups'],
    differs: [
      [
        twoGroups({ in: ['tcp 0.0.0.0/0 443'] }, { in: ['tcp 0.0.0.0/0 22'] }),
        HTTPS,
        'established',
        'timeout: forward denied-in at sg-x by belief.every-group-must-allow',
      ],
    ],
    agrees: [twoGroups({ in: ['tcp 0.0.0.0/0 443'] }, { in: ['tcp 10.0.0.0/8 443'] }), HTTPS, 'established'],
  },
  'narrowest-rule-decides': {
    replaces: ['securityGroups'],
    differs: [
      [
        group({ in: ['tcp 0.0.0.0/0 443', 'tcp 10.1.1.10/32 22'] }),
        HTTPS,
        'established',
        'timeout: forward denied-in at sg-db by belief.narrowest-rule-decides',
      ],
      [
        group({ in: ['tcp 0.0.0.0/0 443', 'tcp sg-web 22'] }),
        HTTPS,
        'established',
        'timeout: forward denied-in at sg-db by belief.narrowest-rule-decides',
      ],
    ],
    agrees: [group({ in: ['tcp 0.0.0.0/0 443', 'tcp 10.1.1.99/32 22'] }), HTTPS, 'established'],
  },
  'members-trust-each-other': {
    replaces: ['securityGroups'],
    differs: [
      [oneGroup({ in: [] }), HTTPS, 'timeout: forward denied-in at sg-x by sg.no-rule', 'established'],
    ],
    agrees: [oneGroup({ in: ['tcp sg-x 443'] }), HTTPS, 'established'],
  },
};

const FROM_WEB: Lists = { in: ['tcp sg-web 443'] };

const REFERENCE_CASES: BeliefCases = {
  'references-match-public-addresses': {
    replaces: ['groupMembers'],
    differs: [
      [
        oneVpc({
          servers: { web: '10.1.1.10 198.51.100.10 sg-web', db: '10.1.2.10 198.51.100.20 sg-db' },
          groups: { 'sg-db': FROM_WEB },
          routes: { main: ['0.0.0.0/0 igw-a'] },
          igw: true,
        }),
        'web > 198.51.100.20 tcp 443',
        REFUSED,
        'established',
      ],
    ],
    agrees: [group(FROM_WEB), HTTPS, 'established'],
  },
  'references-reach-everywhere': {
    replaces: ['groupMembers', 'losesGroups'],
    differs: [
      [peered({ db: FROM_WEB, region: 'us-east-1' }), HTTPS, REFUSED, 'established'],
      [onTransitGateway({ groups: false }, { db: FROM_WEB }), HTTPS, REFUSED, 'established'],
      [
        oneVpc({
          subnets: { fw: '10.1.5.0/24' },
          servers: { fw: '10.1.5.10 no-check' },
          groups: { 'sg-db': FROM_WEB },
          routes: { app: ['10.1.2.0/24 eni-fw'] },
        }),
        HTTPS,
        REFUSED,
        'established',
      ],
    ],
    agrees: [peered({ db: FROM_WEB }), HTTPS, 'established'],
  },
};

/** Ten seconds after the start the only rule that lets `web` in is removed. */
const losing = (rule: string): World => {
  const IpPermissions = [permission(rule)];
  return oneVpc(
    { groups: { 'sg-db': { in: [rule] } } },
    at(10, { Service: 'ec2', Action: 'RevokeSecurityGroupIngress', GroupId: 'sg-db', IpPermissions }),
  );
};
/** Its connections are tracked; or, open to everybody both ways, they are not. */
const TRACKED = losing('tcp 10.1.0.0/16 443');
const UNTRACKED = losing('tcp 0.0.0.0/0 443');

const TRACKING_CASES: BeliefCases = {
  'removing-a-rule-cuts-at-once': {
    replaces: ['outlivesItsRule'],
    differs: [[TRACKED, `${HTTPS}, again after 20 s`, 'answered', 'silence']],
    agrees: [UNTRACKED, `${HTTPS}, again after 20 s`, 'silence'],
  },
  'removing-a-rule-never-cuts': {
    replaces: ['opensTrackedConnection'],
    differs: [[UNTRACKED, `${HTTPS}, again after 20 s`, 'silence', 'answered']],
    agrees: [TRACKED, `${HTTPS}, again after 20 s`, 'answered'],
  },
  'tracked-forever': {
    replaces: ['idleTimeout'],
    // Five days and a minute: the time-out of the instance type in these networks.
    differs: [[TRACKED, `${HTTPS}, again after 432060 s`, 'silence', 'answered']],
    agrees: [TRACKED, `${HTTPS}, again after 400 s`, 'answered'],
  },
};

export const SECURITY_GROUP_CASES: BeliefCases = { ...RULE_CASES, ...REFERENCE_CASES, ...TRACKING_CASES };
