/** What exactly is wrong at a component, as the step that stops the packet says it, or the change that mends it there. */
import { formatCidr } from '../../net/cidr';
import { isDefaultEntry } from '../../rules/network-acl';
import type { Step } from '../../simulate/trace';
import type { Change } from '../../simulate/world';
import type { Direction } from '../../vpc/match';
import type { Mechanism } from './mechanism';

/** How a diagnosis says that no rule and no route matches, and that a component has neither. */
export const NONE = 'none';

export interface Finding {
  /** undefined: a component that has one list, or none. */
  readonly direction: Direction | undefined;
  /** Which rule or route, in any of these words: a rule's number, `*`, a route's block, `none`. */
  readonly parts: readonly string[];
  readonly mechanisms: readonly Mechanism[];
}

const whole = (...mechanisms: readonly Mechanism[]): Finding => ({
  direction: undefined,
  parts: [NONE],
  mechanisms,
});

/** undefined: a step that lets the packet pass stops nothing. */
export function findingOfStep(step: Step): Finding | undefined {
  if (step.allowed) return undefined;
  switch (step.kind) {
    case 'security-group':
      return { direction: step.direction, parts: [NONE], mechanisms: ['no-rule-allows'] };
    case 'network-acl': {
      const { direction, by } = step;
      return isDefaultEntry(by)
        ? { direction, parts: ['*', NONE], mechanisms: ['no-rule-allows', 'denied-by-rule'] }
        : { direction, parts: [String(by.ruleNumber)], mechanisms: ['denied-by-rule'] };
    }
    case 'route-table':
      return step.by === 'no-route'
        ? whole('no-route')
        : { direction: undefined, parts: [formatCidr(step.by.destination)], mechanisms: ['wrong-route'] };
    case 'transit-gateway-route-table':
      return step.by === 'no-route'
        ? whole('no-route')
        : { direction: undefined, parts: [formatCidr(step.by.destination)], mechanisms: ['wrong-route'] };
    default:
      return whole(...mechanismsOf(step));
  }
}

const BY_RULE: Readonly<Record<string, readonly Mechanism[]>> = {
  'igw.needs-public-source': ['no-public-address'],
  'internet.private-address': ['no-public-address', 'wrong-address'],
  'address.not-owned': ['wrong-address', 'no-public-address'],
  'host.not-listening': ['not-listening'],
  'host.stopped': ['wrong-state'],
  'nat.state': ['wrong-state'],
  'pcx.not-active': ['wrong-state'],
  'vpce.state': ['wrong-state'],
  'vpn.down': ['wrong-state'],
  'dx.down': ['wrong-state'],
  'tgw.zone': ['not-attached'],
  'tgw.no-association': ['not-attached'],
};

function mechanismsOf({ kind, rule }: Step): readonly Mechanism[] {
  const known = BY_RULE[rule.id];
  if (known) return known;
  if (rule.id.endsWith('.not-attached')) return ['not-attached'];
  switch (kind) {
    case 'network-interface':
      return ['source-dest-check'];
    case 'host':
      return ['host-refuses'];
    case 'block-public-access':
      return ['public-access-blocked'];
    case 'loop':
      return ['wrong-route'];
    case 'premises':
      return ['no-route'];
    case 'vpc':
    case 'subnet':
    case 'internet':
      return ['wrong-address'];
    default:
      return ['not-carried'];
  }
}

/** What a call is made for; calls that only prepare another one say nothing. */
export function findingsOfChange(change: Change): readonly Finding[] {
  switch (change.Action) {
    case 'AuthorizeSecurityGroupIngress':
      return [{ direction: 'ingress', parts: [NONE], mechanisms: ['no-rule-allows'] }];
    case 'AuthorizeSecurityGroupEgress':
      return [{ direction: 'egress', parts: [NONE], mechanisms: ['no-rule-allows'] }];
    case 'CreateRoute':
    case 'CreateTransitGatewayRoute':
      return [{ ...whole('no-route'), parts: [NONE, ...blocksOf(change)] }];
    case 'ReplaceRoute':
    case 'DeleteRoute':
      return [{ direction: undefined, parts: blocksOf(change), mechanisms: ['wrong-route'] }];
    case 'CreateNetworkAclEntry':
      return change.RuleAction === 'deny'
        ? [
            {
              direction: change.Egress ? 'egress' : 'ingress',
              parts: [NONE],
              mechanisms: ['lets-in-too-much'],
            },
          ]
        : [];
    default: {
      const mechanisms = BY_ACTION[change.Action];
      return mechanisms ? [whole(...mechanisms)] : [];
    }
  }
}

const BY_ACTION: Partial<Readonly<Record<Change['Action'], readonly Mechanism[]>>> = {
  EnableVgwRoutePropagation: ['no-route', 'not-attached'],
  EnableTransitGatewayRouteTablePropagation: ['no-route', 'not-attached'],
  AdvertisePrefix: ['no-route'],
  AssociateRouteTable: ['not-attached'],
  ReplaceRouteTableAssociation: ['not-attached'],
  ReplaceNetworkAclAssociation: ['not-attached', 'no-rule-allows'],
  AttachInternetGateway: ['not-attached'],
  DetachInternetGateway: ['lets-in-too-much'],
  AssociateAddress: ['no-public-address'],
  AcceptVpcPeeringConnection: ['wrong-state'],
  CreateVpcPeeringConnection: ['not-attached', 'no-route'],
  CreateNatGateway: ['wrong-state', 'not-carried'],
  CreateVpcEndpoint: ['not-attached'],
  ModifyNetworkInterfaceAttribute: ['source-dest-check', 'not-attached'],
  ModifyTransitGateway: ['not-carried'],
  ModifyTransitGatewayVpcAttachment: ['not-attached', 'not-carried'],
  ModifyVpcEndpoint: ['not-attached', 'policy-denies', 'wrong-address'],
  ModifyVpcBlockPublicAccessOptions: ['public-access-blocked'],
  DisassociateVpcCidrBlock: ['wrong-address'],
  CreateFlowLogs: ['not-logged'],
  StartListener: ['not-listening'],
  AddFirewallRule: ['host-refuses'],
  RemoveFirewallRule: ['host-refuses'],
  SetDefaultInterface: ['host-refuses'],
};

function blocksOf(change: object): readonly string[] {
  const keys = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'] as const;
  const values = change as Readonly<Record<string, unknown>>;
  return keys.map((key) => values[key]).filter((block) => typeof block === 'string');
}
