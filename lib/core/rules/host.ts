/** What happens behind the interface, where AWS neither filters nor looks: the operating system's own behaviour. */
import type { Rule } from './rule';

export const HOST_ANSWERS: Rule = {
  id: 'host.answers',
  says: 'Something on the host listens, and answers.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc9293',
};

export const HOST_NOT_LISTENING: Rule = {
  id: 'host.not-listening',
  says: 'A port on which nothing listens answers RST, which the interface logs as accepted traffic out.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2',
};

export const HOST_FIREWALL_DROPS: Rule = {
  id: 'host.firewall-drops',
  says: 'A host firewall drops behind the interface: the request is logged as accepted, and no answer follows.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html',
};

export const HOST_FIREWALL_REJECTS: Rule = {
  id: 'host.firewall-rejects',
  says: 'A host firewall that rejects answers with ICMP port unreachable, logged as accepted ICMP traffic out.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc1122#section-3.2.2.1',
};

export const HOST_STOPPED: Rule = {
  id: 'host.stopped',
  says: 'An instance that is not running answers nothing.',
  standing: 'documented',
  source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Stop_Start.html',
};

export const HOST_NO_RECEIVER: Rule = {
  id: 'host.no-receiver',
  says: 'An answer that matches no connection of its receiver is ignored.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc9293#section-3.5.2',
};

export const HOST_UNKNOWN_NAME: Rule = {
  id: 'host.unknown-name',
  says: 'Without an address of its own and one to send to, both of one family, a host sends nothing.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc1122#section-3.3.4',
};

export const HOST_OWN_ADDRESS: Rule = {
  id: 'host.own-address',
  says: 'What a host sends to an address of its own, or to a loopback one, never meets an interface.',
  standing: 'derived',
  source: 'https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3',
};

export const HOST_FIREWALL_KEEPS: Rule = {
  id: 'host.firewall-keeps',
  says: 'What its own firewall does not let out never meets an interface: nothing is logged.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html',
};

export const HOST_FIREWALL_UNSEEN: Rule = {
  id: 'host.firewall-unseen',
  says: 'A stateful firewall drops a packet of a connection whose beginning it has not seen.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html',
};

export const HOST_FORWARDING_OFF: Rule = {
  id: 'host.forwarding-off',
  says: 'A host whose operating system does not forward drops what is not for itself, although its interface took it.',
  standing: 'derived',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html',
};
