/** Why a component stops what should pass: the closed list from which a diagnosis chooses. */

export const MECHANISMS = {
  'denied-by-rule': 'a rule denies it',
  'no-rule-allows': 'no rule allows it',
  'no-route': 'there is no route for it',
  'wrong-route': 'a route leads it to a wrong or a dead target',
  'not-attached': 'something is not attached or associated where it has to be',
  'no-public-address': 'it has no public address, or that address is gone',
  'wrong-address': 'the address belongs to somebody else, or to nobody',
  'wrong-state': 'it is not in a state in which it works',
  'not-carried': 'it does not carry traffic of this kind, or from there',
  'source-dest-check': 'the source/destination check refuses it',
  'public-access-blocked': 'Block Public Access refuses it',
  'not-listening': 'nothing listens there',
  'host-refuses': 'the host itself refuses it, or sends it elsewhere',
  'policy-denies': 'a policy denies the call',
  'not-logged': 'the traffic passes, and the log does not write it, or not so',
  'lets-in-too-much': 'it lets pass what it should keep out',
  'nothing-wrong': 'nothing is wrong',
} as const;

export type Mechanism = keyof typeof MECHANISMS;

export function isMechanism(text: string): text is Mechanism {
  return Object.hasOwn(MECHANISMS, text);
}
