/** "What do the two tools show?": Reachability Analyzer and the flow log are both run on the broken world. */
import type { FaultCase } from '../../scenario/fault-case';
import type { Random } from '../../scenario/random';
import { OUR_READING } from '../../scenario/readings';
import { type ToolsSay, toolsSay } from '../../scenario/tools-case';
import { singleChoiceCredit } from '../score/answer-credit';

export interface WhatToolsShowQuestion {
  readonly kind: 'what-tools-show';
  readonly case: FaultCase;
  readonly options: readonly ToolsSay[];
}

export type NoTools = 'the tools cannot be asked, or hang on a reading';

const LOGS: readonly ToolsSay['log'][] = ['none', 'rejected', 'answer-rejected', 'accepted'];
const ANALYZERS: readonly ToolsSay['analyzer'][] = ['reachable', 'not-reachable'];

/** The right pair, the pair that differs in the analyzer alone, and two that differ in the log: whoever reads one tool knows half. */
export function askWhatToolsShow(one: FaultCase, random: Random): WhatToolsShowQuestion | NoTools {
  const key = toolsSay(one);
  if (!key) return 'the tools cannot be asked, or hang on a reading';
  const analyzer = ANALYZERS.find((other) => other !== key.analyzer) ?? key.analyzer;
  const [log = key.log] = random.fork('log').shuffle(LOGS.filter((other) => other !== key.log));
  const options: readonly ToolsSay[] = [
    key,
    { analyzer, log: key.log },
    { analyzer: key.analyzer, log },
    { analyzer, log },
  ];
  return { kind: 'what-tools-show', case: one, options: random.fork('order').shuffle(options) };
}

const ANALYZER_SAYS = {
  reachable: 'Reachability Analyzer says reachable',
  'not-reachable': 'Reachability Analyzer says not reachable',
} as const;

const LOG_SHOWS = {
  none: 'and the flow log of the target has no record',
  rejected: 'and the flow log of the target has a REJECT on the way in',
  'answer-rejected': 'and the flow log of the target has an ACCEPT on the way in, a REJECT on the way out',
  accepted: 'and the flow log of the target has an ACCEPT and no REJECT',
} as const;

export function toolsText({ analyzer, log }: ToolsSay): string {
  return `${ANALYZER_SAYS[analyzer]}, ${LOG_SHOWS[log]}`;
}

export interface WhatToolsShowVerdict {
  readonly right: boolean;
  readonly credit: number;
  readonly key: ToolsSay | undefined;
}

/** Both tools are run again; that no reading changes what they say has been proven. */
export function gradeWhatToolsShow(
  { case: one, options }: WhatToolsShowQuestion,
  picked: number,
): WhatToolsShowVerdict {
  const key = toolsSay(one, [OUR_READING]);
  const right = options.flatMap(({ analyzer, log }, i) =>
    analyzer === key?.analyzer && log === key.log ? [i] : [],
  );
  const credit = singleChoiceCredit(right, picked);
  return { right: credit === 1, credit, key };
}
