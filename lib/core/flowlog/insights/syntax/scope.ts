/**
 * Which names a command may use. Before `stats` every name is a field that events may have; behind it only what it
 * defined is left. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html
 */
import { namesOf } from './canonical';
import type { Command } from './query';

export interface Scope {
  /** Whether fields of events can be read. */
  readonly isOpen: boolean;
  /** What the query itself has named so far, as people write it. */
  readonly names: readonly string[];
  /** All spellings of them. */
  readonly spellings: ReadonlySet<string>;
}

export const EVENT_SCOPE: Scope = { isOpen: true, names: [], spellings: new Set() };

export function scopeAfter(scope: Scope, command: Command): Scope {
  switch (command.kind) {
    case 'fields':
      return extend(
        scope,
        command.items.filter(({ hasAlias }) => hasAlias).map(({ name }) => name),
      );
    case 'parse':
      return extend(scope, command.names);
    case 'stats': {
      const items = [...command.by, ...command.items];
      return {
        isOpen: false,
        names: items.map(({ name }) => name),
        spellings: new Set(items.flatMap(namesOf)),
      };
    }
    default:
      return scope;
  }
}

function extend(scope: Scope, names: readonly string[]): Scope {
  return {
    isOpen: scope.isOpen,
    names: [...new Set([...scope.names, ...names])],
    spellings: new Set([...scope.spellings, ...names]),
  };
}
