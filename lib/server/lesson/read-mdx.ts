/** Reads the elements and links out of a lesson's MDX, as data: a lesson holds no code, so that what it says can be checked. */

import { formatPath } from '@/lib/core/ec2/issue';
import { issuesOf } from '@/lib/core/ec2/schema/zod-issue';
import { ELEMENTS, isElement, type Placed } from './elements';

/** What is wrong in a file, and where. */
export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

export interface ReadMdx {
  readonly elements: Placed[];
  readonly links: { readonly line: number; readonly href: string }[];
  readonly problems: Problem[];
}

/** As much of the syntax tree as is looked at. */
interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly value?: unknown;
  readonly children?: readonly Node[];
  readonly attributes?: Attribute[];
  readonly position?: { readonly start: { readonly line: number } };
}

interface Attribute {
  readonly type: string;
  readonly name?: string;
  readonly value?:
    | string
    | null
    | { readonly data?: { readonly estree?: { readonly body: readonly unknown[] } } };
}

/** A remark plugin that fills `into`; each element is told its own line, by which its page knows it. */
export function readMdx(into: ReadMdx) {
  return () =>
    (tree: unknown): void => {
      visit(tree as Node, into);
    };
}

function visit(node: Node, into: ReadMdx): void {
  // What the bundler itself puts in, such as the front matter as an export, has no place in the file.
  if (!node.position && node.type !== 'root') return;
  const line = node.position?.start.line ?? 1;
  if (node.type.startsWith('mdxJsx')) element(node, line, into);
  else if (node.type === 'mdxjsEsm' || (node.type.startsWith('mdx') && !isComment(node)))
    into.problems.push({
      line,
      reason: 'a lesson holds no code: write data in the attributes of a component',
    });
  else if (node.type === 'link' || node.type === 'definition')
    into.links.push({ line, href: node.url ?? '' });
  for (const child of node.children ?? []) visit(child, into);
}

const isComment = ({ value }: Node): boolean =>
  typeof value === 'string' && /^\s*\/\*[\s\S]*\*\/\s*$/.test(value);

function element(node: Node, line: number, into: ReadMdx): void {
  const { attributes = [] } = node;
  const name = node.name ?? '';
  if (!isElement(name)) {
    const known = Object.keys(ELEMENTS).join(', ');
    into.problems.push({ line, reason: `\`<${name}>\` is no component of lessons: use one of ${known}` });
    return;
  }
  const given: Record<string, unknown> = {};
  for (const attribute of attributes) {
    const value = attribute.type === 'mdxJsxAttribute' ? dataIn(attribute) : NO_DATA;
    if (value === NO_DATA)
      into.problems.push({ line, reason: `\`${attribute.name ?? '…'}\` of <${name}> is not plain data` });
    else given[attribute.name ?? ''] = value;
  }
  const door = ELEMENTS[name].safeParse(given);
  if (door.success) into.elements.push({ name, line, given: door.data } as Placed);
  else
    for (const { path, message } of issuesOf(door.error))
      into.problems.push({
        line,
        reason: `<${name}>${path.length > 0 ? ` \`${formatPath(path)}\`` : ''} ${message}`,
      });
  attributes.push({ type: 'mdxJsxAttribute', name: 'line', value: String(line) });
}

const NO_DATA = Symbol('no data');

function dataIn({ value }: Attribute): unknown {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const [statement] = value.data?.estree?.body ?? [];
  return dataOf((statement as { expression?: Expression } | undefined)?.expression);
}

interface Expression {
  readonly type: string;
  readonly value?: unknown;
  readonly operator?: string;
  readonly argument?: Expression;
  readonly elements?: readonly (Expression | null)[];
  readonly properties?: readonly {
    readonly computed?: boolean;
    readonly key?: { readonly name?: string; readonly value?: unknown };
    readonly value?: Expression;
  }[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
}

/** Literals, lists and objects; anything else would be code. */
function dataOf(expression: Expression | null | undefined): unknown {
  switch (expression?.type) {
    case 'Literal':
      return expression.value;
    case 'TemplateLiteral':
      return expression.quasis?.length === 1 ? expression.quasis[0]?.value.cooked : NO_DATA;
    case 'UnaryExpression': {
      const value = dataOf(expression.argument);
      return expression.operator === '-' && typeof value === 'number' ? -value : NO_DATA;
    }
    case 'ArrayExpression': {
      const values = (expression.elements ?? []).map(dataOf);
      return values.includes(NO_DATA) ? NO_DATA : values;
    }
    case 'ObjectExpression': {
      const pairs = (expression.properties ?? []).map(({ computed, key, value }) => [
        String(key?.name ?? key?.value),
        computed ? NO_DATA : dataOf(value),
      ]);
      return pairs.some(([, value]) => value === NO_DATA) ? NO_DATA : Object.fromEntries(pairs);
    }
    default:
      return NO_DATA;
  }
}
