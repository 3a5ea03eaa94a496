/**
 * CloudWatch Logs Insights QL: the door from a query's text to a query that can run.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData_LogsInsights.html
 */
import { checkQuery } from './check';
import { readCommand } from './command';
import type { Command, Query } from './query';
import { type Expectation, type QueryIssue, Reader } from './reader';

export type QueryDoor = { readonly query: Query } | { readonly issues: readonly QueryIssue[] };

/** `StartQuery` takes no more. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html */
const LONGEST = 10_000;

/** Never throws; the issues are in the order of the text. */
export function parseQuery(text: string): QueryDoor {
  const { commands, issues, hasGap } = readCommands(text);
  const all = [...issues, ...checkQuery(commands, hasGap)].sort((a, b) => a.at.from - b.at.from);
  return all.length > 0 ? { issues: all } : { query: { text, commands } };
}

export interface CommandList {
  /** Those without an issue of grammar. */
  readonly commands: readonly Command[];
  readonly issues: readonly QueryIssue[];
  /** Whether a command is missing among them because of an issue. */
  readonly hasGap: boolean;
  /** What could follow the text. */
  readonly atEnd: readonly Expectation[];
}

export function readCommands(text: string): CommandList {
  if (text.length > LONGEST) {
    const at = { from: LONGEST, to: text.length };
    const message = `the query has ${text.length} characters, and AWS takes no more than ${LONGEST}`;
    return { commands: [], issues: [{ at, message, expected: [] }], hasGap: true, atEnd: [] };
  }
  const reader = new Reader(text);
  const commands: Command[] = [];
  let hasGap = false;
  for (;;) {
    const command = readCommand(reader);
    if (command) commands.push(command);
    else hasGap = true;
    const { atEnd } = reader;
    if (!command) reader.recover();
    if (!reader.takeSymbol('|')) return { commands, issues: reader.issues, hasGap, atEnd };
  }
}
