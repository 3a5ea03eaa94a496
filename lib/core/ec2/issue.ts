/** What is wrong with a document, and where: the one shape in which every door complains. */

export interface Issue {
  /** Keys and indexes from the document's root: `['RouteTables', 0, 'Routes', 2, 'GatewayId']`. */
  readonly path: readonly (string | number)[];
  /** One sentence, lower case, no full stop, the user's input in backticks. */
  readonly message: string;
}

/** Doors stop counting here. */
export const MOST_ISSUES = 100;

/** `RouteTables[0].Routes[2].GatewayId`, or `(document)` at the root. */
export function formatPath(path: Issue['path']): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
  return text === '' ? '(document)' : text.replace(/^\./, '');
}
