/** What could be written at a place of a query: for an editor that offers it while somebody types. */
import { AGGREGATES } from './aggregates/catalogue';
import { FUNCTIONS } from './functions/catalogue';
import { signature } from './functions/function';
import { COMMANDS } from './syntax/command';
import { readCommands } from './syntax/parse-query';
import type { Expectation } from './syntax/reader';
import { EVENT_SCOPE, type Scope, scopeAfter } from './syntax/scope';
import { type Token, tokenize } from './syntax/token';

export interface Completion {
  /** What is offered. */
  readonly label: string;
  readonly kind: 'command' | 'field' | 'function' | 'aggregation' | 'word' | 'operator';
  /** What is written in place of the word being typed. */
  readonly insert: string;
  readonly says: string;
}

export interface Completions {
  /** The word being typed: it is replaced. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** `fields`: the names that the log offers (`Rows.names`). Inside text, patterns, numbers and comments there is nothing to offer. */
export function complete(text: string, offset: number, fields: readonly string[]): Completions {
  const at = Math.max(0, Math.min(offset, text.length));
  const typed = typedAt(text, at);
  if (!typed) return { from: at, to: at, options: [] };
  const { commands, atEnd } = readCommands(text.slice(0, typed.from));
  const scope = commands.reduce(scopeAfter, EVENT_SCOPE);
  const start = typed.text.toLowerCase();
  const options = uniqueByLabel(atEnd.flatMap((expectation) => offersFor(expectation, scope, fields)));
  return {
    from: typed.from,
    to: typed.to,
    options: options.filter(
      ({ label, kind }) => label.toLowerCase().startsWith(start) && (kind === 'field' || !typed.isQuoted),
    ),
  };
}

interface Typed {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Behind a backtick: a field, and nothing else. */
  readonly isQuoted?: true;
}

/** The word that ends at the place, perhaps an empty one; `undefined` inside of what has no words. */
function typedAt(text: string, at: number): Typed | undefined {
  const before = tokenize(text.slice(0, at)).at(-2);
  if (!before || before.at.to < at) return { text: '', from: at, to: at };
  const { kind, at: place } = before;
  if (kind === 'word') return { text: before.text, from: place.from, to: wordEnd(text, before, at) };
  if (kind === 'wrong' && text.charAt(place.from) === '`')
    return { text: text.slice(place.from + 1, at), from: place.from, to: at, isQuoted: true };
  return kind === 'symbol' || kind === 'pattern' ? { text: '', from: at, to: at } : undefined;
}

/** The rest of the word behind the place. */
function wordEnd(text: string, { at: { from } }: Token, at: number): number {
  const whole = tokenize(text).find((token) => token.kind === 'word' && token.at.from === from);
  return Math.max(at, whole?.at.to ?? at);
}

function offersFor(expectation: Expectation, scope: Scope, fields: readonly string[]): readonly Completion[] {
  switch (expectation.kind) {
    case 'command':
      return COMMANDS.map((name) => ({
        label: name,
        kind: 'command',
        insert: name,
        says: COMMAND_SAYS[name],
      }));
    case 'field':
      return [...scope.names, ...(scope.isOpen ? fields : [])].map(fieldOffer);
    case 'function':
      return FUNCTIONS.map(({ name, parameters, says }) => ({
        label: name,
        kind: 'function',
        insert: `${name}(`,
        says: `${signature({ name, parameters })}: ${says}`,
      }));
    case 'aggregate':
      return AGGREGATES.map(({ name, parameters, says }) => ({
        label: name,
        kind: 'aggregation',
        insert: `${name}(`,
        says: `${signature({ name, parameters })}: ${says}`,
      }));
    case 'word':
      return [{ label: expectation.text, kind: 'word', insert: expectation.text, says: '' }];
    case 'operator':
    case 'symbol':
      return [{ label: expectation.text, kind: 'operator', insert: expectation.text, says: '' }];
    default:
      return [];
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Guidelines.html */
function fieldOffer(name: string): Completion {
  const isPlain = /^[A-Za-z_@][A-Za-z0-9_@.]*$/.test(name);
  return { label: name, kind: 'field', insert: isPlain ? name : `\`${name}\``, says: '' };
}

function uniqueByLabel(offers: readonly Completion[]): readonly Completion[] {
  return [...new Map(offers.map((offer) => [`${offer.kind} ${offer.label}`, offer])).values()];
}

const COMMAND_SAYS: Readonly<Record<(typeof COMMANDS)[number], string>> = {
  fields: 'Shows fields, and makes new ones.',
  filter: 'Keeps the events for which a condition holds.',
  stats: 'Aggregates, for all events or for each group.',
  sort: 'Orders by one or more fields.',
  limit: 'Keeps so many rows from the top.',
  parse: 'Extracts fields from a text.',
  dedup: 'Keeps one event for each value of some fields.',
  display: 'Shows these fields and no others.',
  head: 'An older name of limit.',
  tail: 'Keeps so many rows from the bottom.',
};
