/** What a ticket names: hosts, addresses, ids, which a guesser might look for among the options. */
import type { Asked } from '@/lib/core/quiz/question';
import { ticketOf } from '@/lib/core/quiz/ticket-of';

export function namedIn(asked: Asked): readonly string[] {
  const { before, after, transcript } = ticketOf(asked);
  const marked = [...before, ...after].flatMap((span) =>
    typeof span === 'string' ? [] : ['code' in span ? span.code : span.strong],
  );
  const typed = transcript.flatMap((line) => line.split(/[\s:,]+/)).filter((word) => /\d/.test(word));
  return [...new Set([...marked, ...typed])].filter((word) => word.length > 2);
}
