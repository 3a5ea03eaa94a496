/** "What becomes of the open session, and of whoever comes after?": played on, with the change in the middle. */
import type { Random } from '../../scenario/random';
import { type SessionCase, type SessionEnd, sessionEnd } from '../../scenario/session-case';
import { singleChoiceCredit } from '../score/answer-credit';

export interface SessionQuestion {
  readonly kind: 'what-becomes-of-it';
  readonly case: SessionCase;
  readonly options: readonly SessionEnd[];
}

export type NoSession = 'what becomes of it hangs on a reading';

const ENDS: readonly SessionEnd[] = [
  { session: 'goes-on', newcomer: 'refused' },
  { session: 'cut', newcomer: 'refused' },
  { session: 'goes-on', newcomer: 'admitted' },
  { session: 'cut', newcomer: 'admitted' },
];

export function askSession(one: SessionCase, random: Random): SessionQuestion | NoSession {
  if (!sessionEnd(one)) return 'what becomes of it hangs on a reading';
  return { kind: 'what-becomes-of-it', case: one, options: random.fork('order').shuffle(ENDS) };
}

/** Equally long, so that none stands out. */
const SESSION_SAYS = {
  'goes-on': 'The open session goes on',
  cut: 'The open session is over',
} as const;

const NEWCOMER_SAYS = {
  admitted: 'and new connections are made',
  refused: 'and new connections time out',
} as const;

export function sessionText({ session, newcomer }: SessionEnd): string {
  return `${SESSION_SAYS[session]}, ${NEWCOMER_SAYS[newcomer]}`;
}

export interface SessionVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly key: SessionEnd | undefined;
}

export function gradeSession({ case: one, options }: SessionQuestion, picked: number): SessionVerdict {
  const key = sessionEnd(one);
  const right = options.flatMap(({ session, newcomer }, i) =>
    session === key?.session && newcomer === key.newcomer ? [i] : [],
  );
  const credit = singleChoiceCredit(right, picked);
  return { right: credit === 1, credit, key };
}
