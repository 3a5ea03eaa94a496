/** "What keeps this address out, and lets everything pass that must?": every option is a change that was made, and everybody tries again. */
import { changeSentence } from '../../explain/change';
import { code, type Prose, prose } from '../../explain/prose';
import { addressOf, type ExposureCase, keepsOut } from '../../scenario/exposure-case';
import type { Random } from '../../scenario/random';
import type { Change } from '../../simulate/world';
import { singleChoiceCredit } from '../score/answer-credit';

export interface KeepOutOption {
  readonly says: Prose;
  /** undefined: EC2 has no such rule. */
  readonly changes: readonly Change[] | undefined;
  readonly layer: 'network-acl' | 'security-group';
}

export interface KeepOutQuestion {
  readonly kind: 'what-keeps-out';
  readonly case: ExposureCase;
  readonly options: readonly KeepOutOption[];
}

export type NoKeepOut = 'not exactly one of the options keeps only that address out';

export function askWhatKeepsOut(one: ExposureCase, random: Random): KeepOutQuestion | NoKeepOut {
  const { hostile, networkAclId: NetworkAclId, securityGroupId, allow, door } = one;
  const address = addressOf(one.design, hostile.from) ?? '';
  const numbers = random.fork('numbers');
  const deny = (Egress: boolean, RuleNumber: number): Change => ({
    Service: 'ec2',
    Action: 'CreateNetworkAclEntry',
    NetworkAclId,
    RuleNumber,
    Protocol: '6',
    RuleAction: 'deny',
    Egress,
    CidrBlock: `${address}/32`,
    PortRange: { From: hostile.port, To: hostile.port },
  });
  const revoke: Change = {
    Service: 'ec2',
    Action: 'RevokeSecurityGroupIngress',
    GroupId: securityGroupId,
    IpPermissions: [
      {
        IpProtocol: 'tcp',
        FromPort: hostile.port,
        ToPort: hostile.port,
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
      },
    ],
  };
  const byList = (change: Change): KeepOutOption => ({
    says: changeSentence(change),
    changes: [change],
    layer: 'network-acl',
  });
  const low = numbers.integer(10, allow - 1);
  const high = numbers.integer(allow + 1, allow + 200);
  const options: readonly KeepOutOption[] = [
    // Through a door that nobody needs the list would help as well; there it looks the other way.
    byList(deny(door === 'forgotten', low)),
    byList(deny(false, free(one, high))),
    { says: changeSentence(revoke), changes: [revoke], layer: 'security-group' },
    {
      says: prose`Deny tcp ${hostile.port} from ${code(`${address}/32`)} in ${code(securityGroupId)}, inbound`,
      changes: undefined,
      layer: 'security-group',
    },
  ];
  const question: KeepOutQuestion = {
    kind: 'what-keeps-out',
    case: one,
    options: random.fork('order').shuffle(options),
  };
  return keysOf(question).length === 1
    ? question
    : 'not exactly one of the options keeps only that address out';
}

/** The next number that the list does not have. */
function free({ world, networkAclId }: ExposureCase, from: number): number {
  const entries =
    world.Snapshot.NetworkAcls?.find(({ NetworkAclId }) => NetworkAclId === networkAclId)?.Entries ?? [];
  const taken = new Set(entries.filter(({ Egress }) => !Egress).map(({ RuleNumber }) => RuleNumber));
  let number = from;
  while (taken.has(number)) number++;
  return number;
}

function keysOf({ case: one, options }: KeepOutQuestion): readonly number[] {
  return options.flatMap(({ changes }, i) => (changes && keepsOut(one, changes) ? [i] : []));
}

export function gradeWhatKeepsOut(question: KeepOutQuestion, picked: number) {
  const key = keysOf(question);
  const credit = singleChoiceCredit(key, picked);
  return { right: credit === 1, credit, key };
}
