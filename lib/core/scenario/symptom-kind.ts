/** How a fault shows to whoever complains: the closed list, from "times out" to "nothing is broken at all". */

export const SYMPTOMS = {
  timeout: 'every attempt times out',
  refused: 'every attempt is refused at once',
  interrupted: 'the connection opens, and is dead at its next use',
  denied: 'the network carries the request, and it is answered with 403',
  'not-sent': 'nothing leaves the host',
  exposed: 'somebody gets through who should not',
  'log-silent': 'the traffic works, and its log shows nothing of it',
  'log-misleads': 'the traffic works, and its log lacks what is looked for in it',
  'false-alarm': 'nothing is broken: what looks like a failure is none',
} as const;

export type SymptomKind = keyof typeof SYMPTOMS;

/** What became of one attempt, as whoever made it would say. */
export type Ending = 'works' | 'timeout' | 'refused' | 'interrupted' | 'denied' | 'not-sent';
