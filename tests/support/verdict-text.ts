/** A verdict as a page of text, so that a whole one can be read and compared. */
import { plain } from '@/lib/core/explain/prose';
import type { VerdictView } from '@/lib/core/quiz/verdict-view';
import type { CounterfactualRun } from '@/lib/core/quiz/view';

export function verdictText(verdict: VerdictView): string {
  const { headline, credit, story, why, decided, pages, options, beliefs, runs, records, walk, inferred } =
    verdict;
  return [
    `${headline} (${credit})`,
    plain(story),
    ...(decided ? [`Decided: ${plain(decided.sentence)}`] : []),
    `Why: ${plain(why)}`,
    ...options.map(
      ({ id, text, isChosen, isRight }) =>
        `${isChosen ? '>' : ' '} ${isRight ? '+' : '-'} ${id}: ${plain(text)}`,
    ),
    ...beliefs.map(({ says, truth }) => `Belief: "${says}" ${truth}`),
    ...runs.flatMap(runText),
    ...ownText(verdict),
    `${walk.length} steps, ${records.length} records`,
    ...inferred.map(({ id }) => `Inferred: ${id}`),
    ...pages.map((page) => `See ${page}`),
  ].join('\n');
}

function runText({
  title,
  isChosen,
  isKey,
  changes,
  outcome,
  sentence,
  stop,
  flows,
}: CounterfactualRun): readonly string[] {
  const marks = [...(isChosen ? ['your answer'] : []), ...(isKey ? ['key'] : [])].join(', ');
  return [
    `Run: ${title}${marks ? ` (${marks})` : ''}: ${outcome}`,
    ...changes.flatMap((change) => [
      `    ${plain(change.sentence)}`,
      ...(change.command ? [`    $ ${change.command.join(' ')}`] : []),
    ]),
    ...(stop ? [`    dies: ${plain(stop)}`] : []),
    `    ${plain(sentence)}`,
    ...flows.map(
      ({ source, destination, action, before, after }) =>
        `    ${source} > ${destination} ${action}: ${before?.packets ?? 0} -> ${after?.packets ?? 0} packets`,
    ),
  ];
}

function ownText(verdict: VerdictView): readonly string[] {
  switch (verdict.kind) {
    case 'diagnose':
      return verdict.judged.map((one) =>
        one
          ? `Named: ${plain(one.component)}: component ${yes(one.componentIsRight)}, rule ${yes(one.ruleIsRight)}, mechanism ${yes(one.mechanismIsRight)}`
          : 'Named: nothing',
      );
    case 'repair':
      return [
        ...(verdict.refused
          ? [`Refused: call ${verdict.refused.place}: ${verdict.refused.code}: ${verdict.refused.message}`]
          : []),
        ...verdict.wanted.map(({ says, passes }) => `Wanted: ${says}: ${yes(passes)}`),
        ...verdict.opened.map(({ says }) => `Open: ${says}`),
        ...verdict.broken.map(({ says, stop }) => `Broken: ${says}: ${plain(stop ?? [])}`),
        ...verdict.grants.map(({ sentence }) => `Grant: ${plain(sentence)}`),
        ...verdict.needless.map(
          (changes) => `Needless: ${changes.map((one) => plain(one.sentence)).join('; ')}`,
        ),
        ...verdict.openings.map((opening) => `Auditor: ${plain(opening)}`),
        `Least privilege: ${verdict.leastPrivilege}`,
      ];
    case 'fill-in':
      return [`Value: ${verdict.value}`];
    default:
      return [];
  }
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
