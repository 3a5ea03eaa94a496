/**
 * VPC endpoints: gateway endpoints are routes, interface endpoints are interfaces, and a policy judges the request.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html
 */
import { contains } from '../net/cidr';
import type { Packet } from '../net/packet';
import { ICMP, TCP } from '../net/protocol';
import type { EndpointPolicy, PolicyPatterns, PolicyStatement } from '../vpc/endpoint-policy';
import type { Vpc } from '../vpc/vpc';
import type { VpcEndpoint } from '../vpc/vpc-endpoint';
import type { Rule } from './rule';

const GATEWAY = 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html';
const INTERFACE = 'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html';
const POLICY = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';
const CODES = 'https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html';

export const ENDPOINT_CARRIES: Rule = {
  id: 'vpce.carries',
  says: "A gateway endpoint carries traffic to its service's own addresses without an internet gateway; the service sees the private address.",
  standing: 'documented',
  source: GATEWAY,
};

export const ENDPOINT_STATE: Rule = {
  id: 'vpce.state',
  says: 'An endpoint carries traffic only while it is available.',
  standing: 'documented',
  source: CODES,
};

export const ENDPOINT_PROTOCOLS: Rule = {
  id: 'vpce.gateway-protocols',
  says: 'A gateway endpoint takes TCP and ICMP echo, and nothing else.',
  standing: 'documented',
  source: CODES,
};

export const ENDPOINT_OWN_VPC: Rule = {
  id: 'vpce.own-vpc',
  says: 'A gateway endpoint serves what has an address of its own VPC, and nobody behind a peering connection, a VPN or a transit gateway.',
  standing: 'documented',
  source: GATEWAY,
};

export const ENDPOINT_NO_PING: Rule = {
  id: 'vpce.no-ping',
  says: 'An interface endpoint does not answer ping.',
  standing: 'documented',
  source: INTERFACE,
};

export const ENDPOINT_NEVER_STARTS: Rule = {
  id: 'vpce.never-starts',
  says: 'An interface endpoint answers, and starts no connection of its own.',
  standing: 'documented',
  source: INTERFACE,
};

export const ENDPOINT_POLICY_ALLOWS: Rule = {
  id: 'vpce.policy-allows',
  says: 'An endpoint policy lets a request pass that a statement allows and none denies; without a policy of its own an endpoint allows everything.',
  standing: 'documented',
  source: POLICY,
};

export const ENDPOINT_POLICY_DENIES: Rule = {
  id: 'vpce.policy-denies',
  says: 'A request that the endpoint policy denies, or does not allow, is answered with 403: the network has carried it, and the log says ACCEPT.',
  standing: 'documented',
  source: POLICY,
};

/** What speaks against carrying a packet that a route of `vpc` sends to a service; `undefined` when nothing does. */
export function gatewayEndpointRefusal(
  endpoint: VpcEndpoint | undefined,
  vpc: Vpc,
  { protocol, icmp, source }: Packet,
): Rule | undefined {
  if (!endpoint?.isAvailable) return ENDPOINT_STATE;
  if (endpoint.vpcId !== vpc.id || !vpc.cidrs.some((cidr) => contains(cidr, source))) return ENDPOINT_OWN_VPC;
  const isEcho = protocol === ICMP && (icmp?.type === 8 || icmp?.type === 0);
  return protocol === TCP || isEcho ? undefined : ENDPOINT_PROTOCOLS;
}

/** A call of a service's API, as far as a policy looks at it. */
export interface ServiceRequest {
  /** `s3:GetObject` */
  readonly action: string;
  /** `arn:aws:s3:::bucket/key` */
  readonly resource: string;
  /** ARN of the caller; `*` where it does not matter. */
  readonly principal: string;
}

export interface PolicyDecision {
  readonly allowed: boolean;
  /** undefined: no statement spoke of the request. */
  readonly decidedBy: PolicyStatement | undefined;
  readonly rule: Rule;
}

/** An explicit Deny wins; without any Allow the request is denied. */
export function evaluateEndpointPolicy(
  policy: EndpointPolicy | undefined,
  request: ServiceRequest,
): PolicyDecision {
  if (!policy) return { allowed: true, decidedBy: undefined, rule: ENDPOINT_POLICY_ALLOWS };
  const matching = policy.filter((statement) => !statement.hasCondition && matches(statement, request));
  const denies = matching.find(({ effect }) => effect === 'Deny');
  const allows = matching.find(({ effect }) => effect === 'Allow');
  return denies || !allows
    ? { allowed: false, decidedBy: denies, rule: ENDPOINT_POLICY_DENIES }
    : { allowed: true, decidedBy: allows, rule: ENDPOINT_POLICY_ALLOWS };
}

function matches({ actions, resources, principals }: PolicyStatement, request: ServiceRequest): boolean {
  return (
    // Actions are compared without regard to case, resources and principals with it.
    matchesAny(lowerCase(actions), request.action.toLowerCase()) &&
    matchesAny(resources, request.resource) &&
    (request.principal === '*' || matchesAny(principals, request.principal))
  );
}

function lowerCase({ negated, patterns }: PolicyPatterns): PolicyPatterns {
  return { negated, patterns: patterns.map((pattern) => pattern.toLowerCase()) };
}

function matchesAny({ negated, patterns }: PolicyPatterns, text: string): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, text)) !== negated;
}

/** `*` stands for any text, `?` for one character. Walked with one step back to the last `*`: no pattern makes it slow. */
function matchesPattern(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resumeAt = 0;
  while (t < text.length) {
    const want = pattern[p];
    if (want === '*') {
      star = p++;
      resumeAt = t;
    } else if (want === '?' || want === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resumeAt;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
