/** One English sentence for a judgement between VPCs, and between a VPC and what lies outside. */
import { formatAddress } from '../net/address';
import { formatCidr } from '../net/cidr';
import type { Step } from '../simulate/trace';
import { lowerFirst } from './lower-first';
import { code, type Prose, prose } from './prose';

export type BorderStep = Extract<
  Step,
  {
    kind:
      | 'egress-only-internet-gateway'
      | 'transit-gateway'
      | 'transit-gateway-route-table'
      | 'vpn-gateway'
      | 'vpn-connection'
      | 'virtual-interface'
      | 'premises'
      | 'vpc-endpoint'
      | 'block-public-access';
  }
>;

export function borderSentence(component: string, step: BorderStep): Prose {
  const at = code(component);
  const destination = code(formatAddress(step.packet.destination));
  const because = lowerFirst(step.rule.says);
  switch (step.kind) {
    case 'egress-only-internet-gateway':
      return step.allowed
        ? prose`Egress-only internet gateway ${at} carries the packet.`
        : prose`Egress-only internet gateway ${at} does not carry it: ${because}`;
    case 'transit-gateway':
      return step.allowed
        ? prose`Transit gateway attachment ${at} carries it on.`
        : prose`Transit gateway attachment ${at} does not carry it: ${because}`;
    case 'transit-gateway-route-table':
      return transitGatewayRouteSentence(component, step);
    case 'vpn-gateway':
      return step.allowed
        ? prose`Virtual private gateway ${at} carries it.`
        : prose`Virtual private gateway ${at} does not carry it: ${because}`;
    case 'vpn-connection':
      return step.allowed
        ? prose`VPN connection ${at} carries it ${step.direction === 'egress' ? 'to the premises' : 'into AWS'}.`
        : prose`VPN connection ${at} does not carry it: ${because}`;
    case 'virtual-interface':
      return step.allowed
        ? prose`Virtual interface ${at} carries it ${step.direction === 'egress' ? 'to the premises' : 'into AWS'}.`
        : prose`Virtual interface ${at} does not carry it: ${because}`;
    case 'premises':
      return step.allowed
        ? prose`The router of ${at} sends ${destination} into AWS.`
        : prose`The router of ${at} has no route into AWS for ${destination}.`;
    case 'vpc-endpoint':
      return step.allowed
        ? prose`Endpoint ${at} hands it to its service.`
        : prose`Endpoint ${at} does not carry it: ${because}`;
    case 'block-public-access':
      return prose`Block Public Access stops it at the internet gateway of ${at}: ${because}`;
  }
}

function transitGatewayRouteSentence(
  component: string,
  { by, packet }: Extract<BorderStep, { kind: 'transit-gateway-route-table' }>,
): Prose {
  const table = prose`Transit gateway route table ${code(component)}`;
  if (by === 'no-route') return prose`${table} has no route for ${code(formatAddress(packet.destination))}.`;
  const block = code(formatCidr(by.destination));
  if (by.isBlackhole) return prose`${table} drops what goes to ${block}: the route is a blackhole.`;
  return prose`${table} sends ${block} to ${code(by.attachmentIds.join(', '))} by a ${by.type} route.`;
}
