/** What a gateway remembers of a translation, for the answer to find back. */
import type { Session, Way } from '../way';

export function withSession(way: Way, head: Session): Way {
  return { ...way, sessions: { head, tail: way.sessions } };
}

/** The answer has come back through the gateway that translated the question. */
export function withoutSession(way: Way, kind: Session['kind'], translator: string): Way {
  const head = way.sessions?.head;
  return head?.kind === kind && head.translator === translator
    ? { ...way, sessions: way.sessions?.tail }
    : way;
}
