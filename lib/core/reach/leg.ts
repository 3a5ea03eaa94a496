/**
 * The two legs of a connection. Both are told in the coordinates of the packet that opens it, so that the answer to a
 * packet is that packet: on its way back it goes to where `source` says.
 */
export type Leg = 'forward' | 'return';

export interface Ends {
  /** The field that says where a packet of this leg comes from. */
  readonly from: 'source' | 'destination';
  /** And where it goes. */
  readonly to: 'source' | 'destination';
}

const FORWARD: Ends = { from: 'source', to: 'destination' };
const RETURN: Ends = { from: 'destination', to: 'source' };

export function endsOf(leg: Leg): Ends {
  return leg === 'forward' ? FORWARD : RETURN;
}
