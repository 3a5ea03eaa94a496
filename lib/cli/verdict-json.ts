/** A verdict as JSON: every sentence as plain text, every record as its line, the network left out. */
import { type Prose, plain } from '@/lib/core/explain/prose';
import type { DiagnosisView, FlowVerdict, VerdictView } from '@/lib/core/quiz/verdict-view';
import type { ChangeView, CounterfactualRun, DecidingStepView } from '@/lib/core/quiz/view';

export function verdictJson(verdict: VerdictView): object {
  const { kind, right, credit, headline, story, why, options, beliefs, decided, pages } = verdict;
  const { drawing, walk, records, runs, inferred } = verdict;
  return {
    asks: kind,
    right,
    credit,
    headline,
    story: plain(story),
    why: plain(why),
    ...(options.length > 0 && {
      options: options.map(({ text, ...option }) => ({ ...option, text: plain(text) })),
    }),
    ...(beliefs.length > 0 && { beliefs }),
    ...(decided && { decided: decidedJson(decided) }),
    ...ownJson(verdict),
    runs: runs.map(runJson),
    walk: walk.map(({ sentence, rule, ...step }) => ({ ...step, says: plain(sentence), rule: rule.id })),
    records: records.map(({ interfaceId, line }) => ({ interfaceId, line })),
    ...(drawing && { differences: drawing.differences.map(({ id, says }) => ({ id, says })) }),
    inferred: inferred.map(({ id, says }) => ({ id, says })),
    pages,
  };
}

function decidedJson({ sentence, rule, awsPage, table }: DecidingStepView): object {
  return { says: plain(sentence), rule: rule.id, standing: rule.standing, awsPage, ...(table && { table }) };
}

function runJson({ changes, sentence, stop, ...run }: CounterfactualRun): object {
  return { ...run, changes: changes.map(changeJson), says: plain(sentence), ...stopJson(stop) };
}

function changeJson({ sentence, isAlreadySo, command }: ChangeView): object {
  return { says: plain(sentence), isAlreadySo, ...(command && { command: command.join(' ') }) };
}

function stopJson(stop: Prose | undefined): object {
  return stop ? { stop: plain(stop) } : {};
}

function ownJson(verdict: VerdictView): object {
  switch (verdict.kind) {
    case 'diagnose':
      return { judged: verdict.judged.map((one) => (one ? judgedJson(one) : null)) };
    case 'repair': {
      const { refused, wanted, opened, broken, grants, needless, openings, leastPrivilege } = verdict;
      return {
        ...(refused && { refused }),
        wanted: wanted.map(flowJson),
        opened: opened.map(flowJson),
        broken: broken.map(flowJson),
        grants: grants.map(({ sentence, excessBits }) => ({ says: plain(sentence), excessBits })),
        needless: needless.map((changes) => changes.map(changeJson)),
        openings: openings.map(plain),
        leastPrivilege,
      };
    }
    case 'fill-in':
      return { value: verdict.value };
    default:
      return {};
  }
}

function judgedJson({ component, mending, ...parts }: DiagnosisView): object {
  return { component: plain(component), ...parts, mending: mending.map(changeJson) };
}

function flowJson({ says, passes, stop }: FlowVerdict): object {
  return { says, passes, ...stopJson(stop) };
}
