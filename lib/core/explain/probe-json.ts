/** The answer of `flowtrap probe` as `world.md` fixes it: ids as AWS writes them, rules by their id. */
import { formatAddress } from '../net/address';
import { formatCidr } from '../net/cidr';
import { formatPortRange } from '../net/port';
import { formatProtocol } from '../net/protocol';
import type { Filter } from '../rules/filter';
import type { Leg } from '../simulate/play';
import type { Probe } from '../simulate/probe';
import type { Step } from '../simulate/trace';
import { plain } from './prose';
import { peerText, stepSentence, targetText } from './step';

type Json = { readonly [key: string]: unknown };

export function probeJson({ connection, forward, return: back, decidedBy, unsent, policy }: Probe): Json {
  return {
    connection,
    ...(forward && { forward: legJson(forward) }),
    ...(back && { return: legJson(back) }),
    ...(decidedBy && {
      decidedBy: {
        leg: decidedBy.leg,
        component: decidedBy.component,
        ...decidedStepJson(decidedBy.step),
        says: plain(stepSentence(decidedBy.component, decidedBy.step)),
      },
    }),
    ...(unsent && {
      unsent: { rule: unsent.id, standing: unsent.standing, source: unsent.source, says: unsent.says },
    }),
    ...(policy && {
      policy: {
        allowed: policy.allowed,
        ...(policy.decidedBy && { by: policy.decidedBy.sid ?? policy.decidedBy.effect }),
        rule: policy.rule.id,
      },
    }),
  };
}

function legJson({ disposition, hops }: Leg): Json {
  return {
    disposition,
    hops: hops.map(({ component, steps }) => ({ component, steps: steps.map(stepJson) })),
  };
}

function stepJson(step: Step): Json {
  const { kind, allowed, rule } = step;
  const by = byJson(step);
  return {
    kind,
    ...('direction' in step && { direction: step.direction }),
    allowed,
    ...(by !== undefined && { by }),
    ...('translated' in step &&
      step.translated && {
        translated: {
          source: formatAddress(step.translated.source),
          destination: formatAddress(step.translated.destination),
        },
      }),
    rule: rule.id,
    standing: rule.standing,
  };
}

/** Short: the kind, the direction, the number of the entry that decided. */
function decidedStepJson(step: Step): Json {
  return {
    kind: step.kind,
    ...('direction' in step && { direction: step.direction }),
    ...(step.kind === 'network-acl' && { entry: step.by.ruleNumber }),
    rule: step.rule.id,
    standing: step.rule.standing,
    source: step.rule.source,
  };
}

function byJson(step: Step): unknown {
  switch (step.kind) {
    case 'security-group':
      if (typeof step.by === 'string') return step.by;
      return {
        ...(step.by.id && { securityGroupRuleId: step.by.id }),
        ...filterJson(step.by),
        peer: peerText(step.by),
      };
    case 'network-acl':
      return {
        ruleNumber: step.by.ruleNumber,
        ruleAction: step.by.ruleAction,
        ...filterJson(step.by),
        cidrBlock: formatCidr(step.by.cidr),
      };
    case 'route-table':
      if (step.by === 'no-route') return step.by;
      return {
        destination: formatCidr(step.by.destination),
        target: targetText(step.by.target),
        state: step.by.state,
      };
    case 'transit-gateway-route-table':
      if (step.by === 'no-route') return step.by;
      return {
        destination: formatCidr(step.by.destination),
        type: step.by.type,
        state: step.by.isBlackhole ? 'blackhole' : 'active',
        attachments: step.by.attachmentIds,
      };
    default:
      return undefined;
  }
}

function filterJson({ protocol, ports, icmp }: Filter): Json {
  return {
    protocol: protocol === 'all' ? 'all' : formatProtocol(protocol),
    ...(ports !== 'all' && { portRange: formatPortRange(ports) }),
    ...(icmp !== 'all' && { icmp }),
  };
}
