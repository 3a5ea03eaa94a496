/**
 * Endpoint policies: IAM statements that judge a request which the network has already carried.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
import type { Report } from './report';

export type EndpointPolicy = readonly PolicyStatement[];

export interface PolicyStatement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Patterns with `*` and `?`; `negated` where the document says NotAction and the like. */
  readonly actions: PolicyPatterns;
  readonly resources: PolicyPatterns;
  readonly principals: PolicyPatterns;
  /** Statements under conditions are not judged: whether they hold depends on the request. */
  readonly hasCondition: boolean;
}

export interface PolicyPatterns {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export function parseEndpointPolicy(
  text: string,
  path: readonly (string | number)[],
  report: Report,
): EndpointPolicy {
  const statements = statementsOf(text);
  if (!statements) {
    report.issue(path, 'is not a policy: a JSON object with a list of statements was expected');
    return [];
  }
  return statements.flatMap((statement, i) => {
    const parsed = parseStatement(statement);
    if (!parsed) report.issue(path, `statement \`${i}\` has no Effect of Allow or Deny`);
    else if (parsed.hasCondition)
      report.notice(path, `not modelled: the condition of statement \`${i}\`; the statement is passed over`);
    return parsed ? [parsed] : [];
  });
}

type JsonObject = Readonly<Record<string, unknown>>;

function statementsOf(text: string): readonly JsonObject[] | undefined {
  try {
    const document: unknown = JSON.parse(text);
    if (!isObject(document)) return undefined;
    const list = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
    return list.every(isObject) ? list : undefined;
  } catch {
    return undefined;
  }
}

function parseStatement(statement: JsonObject): PolicyStatement | undefined {
  const { Effect, Sid } = statement;
  if (Effect !== 'Allow' && Effect !== 'Deny') return undefined;
  return {
    ...(typeof Sid === 'string' && { sid: Sid }),
    effect: Effect,
    actions: patternsOf(statement, 'Action'),
    resources: patternsOf(statement, 'Resource'),
    principals: patternsOf(statement, 'Principal'),
    hasCondition: isObject(statement.Condition) && Object.keys(statement.Condition).length > 0,
  };
}

function patternsOf(statement: JsonObject, key: 'Action' | 'Resource' | 'Principal'): PolicyPatterns {
  const negated = `Not${key}` in statement;
  return { negated, patterns: strings(statement[negated ? `Not${key}` : key] ?? '*') };
}

/** A string, a list of them, or principals by their kind: `{ "AWS": … }`. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return isObject(value) ? Object.values(value).flatMap(strings) : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
