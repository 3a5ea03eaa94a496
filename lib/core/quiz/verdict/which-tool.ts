/** The verdict on a tool: what somebody wants to know, and what AWS says that each tool can tell. */
import { type Prose, prose } from '../../explain/prose';
import { NEEDS, TOOLS } from '../../scenario/tool';
import { gradeWhichTool, type WhichToolQuestion } from '../kinds/which-tool';
import type { VerdictHead } from '../verdict-view';
import { optionsOf } from './options';

type Head = VerdictHead & { readonly kind: 'which-tool' };

export function whichToolVerdict(question: WhichToolQuestion, picked: number): Head {
  const chosen = question.options[picked];
  const { right, credit, key } = gradeWhichTool(question, chosen?.id ?? '');
  const tools = TOOLS.filter(({ id }) => key.includes(id));
  return {
    kind: 'which-tool',
    right,
    credit,
    headline: right ? 'Right: it tells that' : 'It does not tell that',
    story: prose`${question.prompt}`,
    why: whyOf(
      tools.map(({ name }) => name),
      right ? undefined : chosen,
    ),
    options: optionsOf(question, [picked], (i) => key.includes(question.options[i]?.id ?? '')),
    beliefs: [],
    decided: undefined,
    rules: [],
    pages: [...new Set([question.need.source, ...tools.map(({ source }) => source)])],
    drawing: undefined,
    walk: [],
    records: [],
    runs: [],
    inferred: [],
  };
}

/** What the chosen one would be right for says more than that it is wrong here. */
function whyOf(
  names: readonly string[],
  chosen: { readonly id: string; readonly name: string } | undefined,
): Prose {
  const right = prose`${names.join(' and ')} ${names.length > 1 ? 'tell' : 'tells'} that.`;
  const other = chosen && NEEDS.find(({ toldBy }) => toldBy.includes(chosen.id));
  return other
    ? prose`${right} ${chosen.name} answers another question, such as “${other.says.replace('{server}', 'this server')}”`
    : right;
}
