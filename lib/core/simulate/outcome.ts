/** What can become of a packet and of a connection: the closed lists that every answer uses. */

/** What became of one connection attempt. */
export type ConnectionOutcome =
  | 'established'
  /** UDP or ICMP: the answer came back. */
  | 'replied'
  /** A RST or an ICMP unreachable came back. */
  | 'refused'
  | 'timeout'
  /** One way by nature: nothing was due. */
  | 'not-answered'
  /** The name did not resolve, there is no interface, or the packet stayed on its host. */
  | 'never-sent';

/** Whoever connected got what they came for, as far as the network and the host have a say. */
export function works(connection: ConnectionOutcome): boolean {
  return connection === 'established' || connection === 'replied';
}

/** What became of one packet. */
export type Disposition =
  | 'delivered'
  /** Left what we can see, towards the internet, the premises or a service. */
  | 'exited'
  | 'denied-in'
  | 'denied-out'
  | 'no-route'
  | 'blackhole'
  /** Nobody has the address. */
  | 'not-owned'
  /** A gateway would not carry it; the rule says why. */
  | 'gateway-refused'
  | 'source-dest-check'
  /** Unsolicited at a NAT gateway. */
  | 'no-session'
  | 'host-dropped'
  | 'host-rejected'
  | 'not-listening'
  | 'too-big'
  | 'loop';
