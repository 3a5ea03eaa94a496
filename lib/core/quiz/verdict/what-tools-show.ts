/** The verdict on what two tools show: both were run, and each is told for itself. */
import { prose } from '../../explain/prose';
import type { ToolsSay } from '../../scenario/tools-case';
import { gradeWhatToolsShow, toolsText, type WhatToolsShowQuestion } from '../kinds/what-tools-show';
import type { BeliefView, VerdictHead } from '../verdict-view';
import { ideaView } from './belief-view';
import { optionsOf } from './options';
import { sceneOf, toldBy } from './scene';

type Head = VerdictHead & { readonly kind: 'what-tools-show' };

export function whatToolsShowVerdict(question: WhatToolsShowQuestion, picked: number): Head {
  const { right, credit, key } = gradeWhatToolsShow(question, picked);
  const told = toldBy(sceneOf(question.case));
  const chosen = question.options[picked];
  const isKey = ({ analyzer, log }: ToolsSay): boolean => analyzer === key?.analyzer && log === key.log;
  return {
    kind: 'what-tools-show',
    right,
    credit,
    headline: right ? 'Right: that is what both say' : wrongHeadline(key, chosen),
    ...told,
    why: prose`Both were run: ${key ? toolsText(key) : 'neither gives an answer'}. The analyzer reads the configuration and sends nothing; the log tells of what passed the interface, and of nothing else.`,
    options: optionsOf(question, [picked], (i) => {
      const option = question.options[i];
      return option !== undefined && isKey(option);
    }),
    beliefs: right ? [] : beliefsOf(key, chosen),
    pages: [ANALYZER, ...told.pages],
    runs: [],
  };
}

const ANALYZER = 'https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html';

function wrongHeadline(key: ToolsSay | undefined, chosen: ToolsSay | undefined): string {
  if (!key || !chosen) return 'Not what they say';
  if (chosen.analyzer === key.analyzer) return 'Right about the analyzer, not about the log';
  return chosen.log === key.log
    ? 'Right about the log, not about the analyzer'
    : 'Neither of the two says that';
}

/** Who takes the analyzer for a test expects it to fail where the connection does. */
function beliefsOf(key: ToolsSay | undefined, chosen: ToolsSay | undefined): readonly BeliefView[] {
  if (!key || !chosen || chosen.analyzer === key.analyzer) return [];
  return key.analyzer === 'reachable' ? [ideaView('the-analyzer-tests-the-connection')] : [];
}
