/** What is wrong with a query, with the line of the query and a mark under the place. */
import type { QueryIssue } from '@/lib/core/flowlog/insights/syntax/reader';

export function queryIssues(command: string, text: string, issues: readonly QueryIssue[]): string {
  const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  return `flowtrap ${command}: ${count} in the query\n${issues.map((issue) => issueText(text, issue)).join('')}`;
}

function issueText(text: string, { at, message }: QueryIssue): string {
  const start = text.lastIndexOf('\n', at.from - 1) + 1;
  const end = text.indexOf('\n', at.from);
  const line = text.slice(start, end < 0 ? text.length : end);
  const column = at.from - start;
  const length = Math.max(1, Math.min(at.to, start + line.length) - at.from);
  const number = text.slice(0, start).split('\n').length;
  // A tab stays a tab, so that the mark stands under its word.
  const indent = line.slice(0, column).replace(/[^\t]/g, ' ');
  return `  line ${number}, column ${column + 1}: ${message}\n    ${line}\n    ${indent}${'^'.repeat(length)}\n`;
}
