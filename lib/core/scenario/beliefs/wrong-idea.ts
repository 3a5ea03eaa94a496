/** What people wrongly believe of tools, and of calls that do not exist. */
import { LOG_IMMUTABLE } from '../../flowlog/rules';
import type { Rule } from '../../rules/rule';
import { SG_NO_RULE } from '../../rules/security-group';
import { type WrongIdea, wrongIdea } from '../belief';

/** https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html */
export const ANALYZER_READS_CONFIGURATION: Rule = {
  id: 'analyzer.reads-configuration',
  says: 'Reachability Analyzer builds a model of the configuration, sends no packets and ignores the data plane.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html',
};

export const FLOW_LOGS_HOLD_HEADERS: Rule = {
  id: 'flowlog.holds-headers',
  says: 'A flow log holds fields of IP headers, counts and times; it holds no content.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
};

export const WRONG_IDEAS: readonly WrongIdea[] = [
  wrongIdea({
    id: 'the-analyzer-tests-the-connection',
    says: 'Reachability Analyzer tries the connection, so what it calls reachable works.',
    truth: 'It reads the configuration and sends nothing: what a host does with a packet it cannot know.',
    rules: [ANALYZER_READS_CONFIGURATION],
    traps: ['analyzer-sends-nothing'],
  }),
  wrongIdea({
    id: 'the-named-blocker-is-the-only-one',
    says: 'When the component that was named is mended, the path is open.',
    truth: 'A packet stops at the first thing that refuses it; what stands behind it has not been met yet.',
    rules: [ANALYZER_READS_CONFIGURATION],
    traps: ['one-blocker-of-several'],
  }),
  wrongIdea({
    id: 'flow-logs-hold-everything',
    says: 'Whatever went over the network can be read in the flow log.',
    truth:
      'A flow log has headers, counts and times; what was said takes a mirror, and what was asked a log of requests.',
    rules: [FLOW_LOGS_HOLD_HEADERS],
    traps: ['metadata-or-payload'],
  }),
  wrongIdea({
    id: 'all-analyzers-are-one',
    says: 'The analyzers of AWS networks all answer the same question.',
    truth:
      'One asks about one path, one about every path that breaks a rule, one about transit gateway tables alone.',
    rules: [ANALYZER_READS_CONFIGURATION],
    traps: ['which-analyzer'],
  }),
  wrongIdea({
    id: 'flow-logs-can-be-edited',
    says: 'The format, the filter or the scope of a flow log can be edited.',
    truth: 'Nothing of it can: a new one is made, and the old one deleted.',
    rules: [LOG_IMMUTABLE],
    traps: ['flow-log-is-immutable'],
  }),
  wrongIdea({
    id: 'security-groups-can-deny',
    says: 'A rule of a security group can deny an address.',
    truth: 'Security groups have allow rules only; to refuse one of many takes a network ACL.',
    rules: [SG_NO_RULE],
    traps: ['no-deny-in-security-groups'],
  }),
];
