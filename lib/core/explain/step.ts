/** One English sentence for one judgement of a packet. */
import { assertNever } from '../assert';
import { formatAddress } from '../net/address';
import { formatCidr } from '../net/cidr';
import { isDefaultEntry } from '../rules/network-acl';
import type { Step } from '../simulate/trace';
import type { Direction } from '../vpc/match';
import type { Network } from '../vpc/network';
import type { SecurityGroupRule } from '../vpc/security-group';
import { borderSentence } from './border-step';
import { lowerFirst } from './lower-first';
import { filterText, packetText } from './match-text';
import { code, type Prose, prose } from './prose';
import { blackholeReason } from './target-state';

/** `network`: where it is known, the sentence says why a target carries nothing. */
export function stepSentence(component: string, step: Step, network?: Network): Prose {
  const at = code(component);
  const source = code(formatAddress(step.packet.source));
  const destination = code(formatAddress(step.packet.destination));
  switch (step.kind) {
    case 'network-interface':
      if (!step.allowed)
        return prose`${at} refuses the packet: its source/destination check is on, and the address is not its own.`;
      return step.direction === 'egress'
        ? prose`The packet to ${destination} leaves by ${at}.`
        : prose`${at} receives the packet.`;
    case 'security-group':
      return securityGroupSentence(component, step);
    case 'network-acl':
      return networkAclSentence(component, step);
    case 'route-table':
      if (step.by === 'no-route') return prose`Route table ${at} has no route for ${destination}.`;
      if (step.by.state === 'blackhole') {
        return prose`Route table ${at} has a route for ${code(formatCidr(step.by.destination))}, but it is a blackhole: ${blackholeReason(step.by.target, network)}.`;
      }
      if (step.by.target.kind === 'local')
        return prose`Route table ${at} delivers ${destination} inside the VPC.`;
      return prose`Route table ${at} sends ${code(formatCidr(step.by.destination))} to ${code(targetText(step.by.target))}.`;
    case 'subnet':
      return step.allowed
        ? prose`Both ends sit in ${at}: no route table and no network ACL is asked.`
        : prose`No interface in ${at} owns ${destination}.`;
    case 'internet-gateway':
      return gatewaySentence(component, step);
    case 'nat-gateway':
      return step.allowed && step.translated
        ? prose`NAT gateway ${at} translates: from ${source} to ${destination} becomes from ${code(formatAddress(step.translated.source))} to ${code(formatAddress(step.translated.destination))}.`
        : prose`NAT gateway ${at} does not carry the packet: ${lowerFirst(step.rule.says)}`;
    case 'vpc-peering-connection':
      return step.allowed
        ? prose`Peering connection ${at} carries it to the other VPC.`
        : prose`Peering connection ${at} does not carry it: ${lowerFirst(step.rule.says)}`;
    case 'vpc':
      return prose`No interface in ${at} owns ${destination}.`;
    case 'internet':
      if (step.allowed) return prose`The internet carries it to ${destination}.`;
      return step.rule.id === 'internet.private-address'
        ? prose`${destination} is a private address: outside, no router carries a packet to it.`
        : prose`Nobody owns ${destination}: the packet is delivered to nobody.`;
    case 'loop':
      return prose`The packet to ${destination} goes round in circles, last seen at ${at}, until its time to live runs out.`;
    case 'egress-only-internet-gateway':
    case 'transit-gateway':
    case 'transit-gateway-route-table':
    case 'vpn-gateway':
    case 'vpn-connection':
    case 'virtual-interface':
    case 'premises':
    case 'vpc-endpoint':
    case 'block-public-access':
      return borderSentence(component, step);
    case 'host':
      return hostSentence(component, step);
    default:
      return assertNever(step);
  }
}

function securityGroupSentence(component: string, step: Extract<Step, { kind: 'security-group' }>): Prose {
  const at = code(component);
  const way = flow(step.direction);
  if (step.by === 'tracked-connection')
    return prose`Security group ${at}, ${way}: part of a tracked connection, so no rule is asked.`;
  if (step.by === 'no-rule') {
    const far = step.direction === 'ingress' ? step.packet.source : step.packet.destination;
    return prose`No ${way} rule of security group ${at} allows ${packetText(step.packet)} ${side(step.direction)} ${code(formatAddress(far))}.`;
  }
  return prose`Security group ${at}, ${way}: a rule allows ${filterText(step.by)} ${side(step.direction)} ${code(peerText(step.by))}.`;
}

function networkAclSentence(component: string, step: Extract<Step, { kind: 'network-acl' }>): Prose {
  const { by, direction, packet, allowed } = step;
  const where = prose`Network ACL ${code(component)}, ${flow(direction)}`;
  if (isDefaultEntry(by)) {
    const far = direction === 'ingress' ? packet.source : packet.destination;
    return prose`${where}: no numbered rule matches ${packetText(packet)} ${side(direction)} ${code(formatAddress(far))}, so rule ${code('*')} ${allowed ? 'allows' : 'denies'} it.`;
  }
  return prose`${where}: rule ${code(by.ruleNumber)} ${allowed ? 'allows' : 'denies'} ${filterText(by)} ${side(direction)} ${code(formatCidr(by.cidr))}.`;
}

function gatewaySentence(component: string, step: Extract<Step, { kind: 'internet-gateway' }>): Prose {
  const at = code(component);
  const { translated, packet, direction, rule } = step;
  if (translated) {
    const [was, is] =
      direction === 'egress'
        ? [packet.source, translated.source]
        : [packet.destination, translated.destination];
    if (was === is) return prose`Internet gateway ${at} carries the packet.`;
    return prose`Internet gateway ${at} puts ${code(formatAddress(is))} in the place of ${code(formatAddress(was))}.`;
  }
  if (rule.id === 'igw.not-attached')
    return prose`No internet gateway is attached to the VPC that owns ${code(formatAddress(packet.destination))}.`;
  if (rule.id === 'igw.needs-public-source') {
    return prose`Internet gateway ${at} refuses the packet: ${code(formatAddress(packet.source))} is paired with no public address.`;
  }
  return prose`Internet gateway ${at} refuses the packet: ${lowerFirst(rule.says)}`;
}

function hostSentence(component: string, { rule, packet, allowed, ...step }: Step): Prose {
  const at = code(component);
  if ('translated' in step && step.translated) {
    const { source, destination } = step.translated;
    return prose`${at} translates, as a NAT instance does: the packet now goes from ${code(formatAddress(source))} to ${code(formatAddress(destination))}.`;
  }
  switch (rule.id) {
    case 'host.not-listening':
      return prose`Nothing on ${at} listens on ${packetText(packet)} at ${code(formatAddress(packet.destination))}: the host answers with a reset.`;
    case 'host.firewall-drops':
      return prose`The host firewall of ${at} drops ${packetText(packet)}, and says nothing.`;
    case 'host.firewall-rejects':
      return prose`The host firewall of ${at} rejects ${packetText(packet)} with ICMP port unreachable.`;
    case 'host.stopped':
      return prose`${at} is not running.`;
    default:
      return allowed
        ? prose`${at} answers.`
        : prose`${at} takes the packet no further: ${lowerFirst(rule.says)}`;
  }
}

export function peerText({ peer }: SecurityGroupRule): string {
  return peer.kind === 'cidr' ? formatCidr(peer.cidr) : peer.id;
}

export function targetText(target: { readonly kind: string; readonly id?: string }): string {
  return target.id ?? target.kind;
}

/** The console's words for the two directions. */
export function flow(direction: Direction): string {
  return direction === 'ingress' ? 'inbound' : 'outbound';
}

export function side(direction: Direction): string {
  return direction === 'ingress' ? 'from' : 'to';
}
