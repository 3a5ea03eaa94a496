/** The firewall of a host that passes packets on: stateful, so that it has to see both ways of a connection. */
import type { Packet } from '../../net/packet';
import { isIcmp, TCP } from '../../net/protocol';
import { HOST_FIREWALL_DROPS, HOST_FIREWALL_REJECTS, HOST_FIREWALL_UNSEEN } from '../../rules/host';
import type { Rule } from '../../rules/rule';
import type { NetworkInterface } from '../../vpc/network-interface';
import { type FirewallRule, firewallVerdict, isOpening } from '../host';
import { eitherWay } from '../memory';
import type { Walk } from '../motion';

interface Verdict {
  readonly verdict: FirewallRule['verdict'];
  readonly rule: Rule;
}

const RULES: Readonly<Record<FirewallRule['verdict'], Rule>> = {
  accept: HOST_FIREWALL_UNSEEN,
  drop: HOST_FIREWALL_DROPS,
  reject: HOST_FIREWALL_REJECTS,
};

/** A host without firewall rules keeps no state, and lets everything pass. */
export function applianceVerdict({ hosts, memory }: Walk, { id }: NetworkInterface, packet: Packet): Verdict {
  const host = hosts.byInterface.get(id);
  const verdict = firewallVerdict(host, 'ingress', packet);
  if (!host || host.firewall.length === 0) return { verdict: 'accept', rule: RULES.accept };
  const { seenByAppliance } = memory;
  const seen = (one: Packet): boolean => seenByAppliance.has(`${host.name} ${eitherWay(one)}`);
  if (seen(packet) || (packet.about && seen(packet.about))) return { verdict: 'accept', rule: RULES.accept };
  if (!beginsSomething(packet)) return { verdict: 'drop', rule: HOST_FIREWALL_UNSEEN };
  if (verdict === 'accept') seenByAppliance.add(`${host.name} ${eitherWay(packet)}`);
  return { verdict, rule: RULES[verdict] };
}

/** What a datagram answers cannot be seen in it: every one may be a first. */
function beginsSomething(packet: Packet): boolean {
  const { protocol, icmp } = packet;
  if (protocol === TCP) return isOpening(packet);
  return !isIcmp(protocol) || icmp?.type === 8 || icmp?.type === 128;
}
