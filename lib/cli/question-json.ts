/** A question as JSON: what is asked and what is seen, as plain text, and nothing of its key. */
import { type Prose, plain } from '@/lib/core/explain/prose';
import type { AnswerForm } from '@/lib/core/quiz/answer-form';
import type { QuestionView, Shown } from '@/lib/core/quiz/question-view';
import type { FlowLogView } from '@/lib/core/quiz/view';
import type { Ticket } from '@/lib/core/scenario/ticket';

const iso = (time: number): string => new Date(time).toISOString();

export function viewJson({ of, drawing, ticket, answer, shown, ...view }: QuestionView): object {
  const { seed, version, asks, tasks, difficulty, prompt } = view;
  return {
    [of.kind]: of.kind === 'level' ? Number(of.id.replace('level-', '')) : of.id,
    seed,
    version,
    asks,
    tasks,
    difficulty,
    ticket: ticketJson(ticket),
    // The drawing is the design, and nothing of it is text but its summary.
    ...(drawing && { network: drawing.summary }),
    prompt,
    answer: answerJson(answer),
    shown: shownJson(shown),
  };
}

function ticketJson({ number, from, at, title, before, transcript, after }: Ticket): object {
  return { number, from, at: iso(at), title, before: plain(before), transcript, after: plain(after) };
}

function answerJson({ kind, options }: AnswerForm): object {
  const more = (detail: Prose | undefined) => detail && { detail: plain(detail) };
  return {
    kind,
    options: options.map(({ id, text, detail }) => ({ id, text: plain(text), ...more(detail) })),
  };
}

function shownJson({ facts, log, record, configuration }: Shown): object {
  return {
    ...(facts.length > 0 && { facts: facts.map(({ label, value }) => ({ label, value: plain(value) })) }),
    ...(log && { log: logJson(log) }),
    ...(record && { record }),
    ...(configuration.length > 0 && { configuration }),
  };
}

function logJson({ flowLogId, settings, from, to, fields, interfaces }: FlowLogView): object {
  return {
    flowLogId,
    ...(settings && { settings: { ...settings, createdAt: iso(settings.createdAt) } }),
    from: iso(from),
    to: iso(to),
    fields,
    interfaces: interfaces.map(({ interfaceId, name, relation, records }) => ({
      interfaceId,
      name,
      ...(relation !== '' && { relation }),
      records: records.map(({ line }) => line),
    })),
  };
}
