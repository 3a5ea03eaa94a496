/**
 * The shorthand of the AWS CLI: `FromPort=22,IpRanges=[{CidrIp=10.0.0.0/8}]`, or the same as JSON.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */

/** Texts still: what is a number is for the parameter to say. undefined: it does not parse. */
export function parseShorthand(text: string): unknown {
  if (/^\s*[[{]/.test(text)) return parseJson(text);
  const reader = { text, at: 0 };
  const value = structure(reader, '');
  return value !== undefined && reader.at === text.length ? value : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Deeper than anything that EC2 takes; a text of brackets alone must not exhaust the stack. */
const DEEPEST = 16;

function structure(reader: Reader, end: string, depth = 0): Record<string, unknown> | undefined {
  const members: [string, unknown][] = [];
  for (;;) {
    const [name] = /^\w+(?==)/.exec(reader.text.slice(reader.at, reader.at + 64)) ?? [];
    if (name === undefined || depth > DEEPEST) return undefined;
    reader.at += name.length + 1;
    const value = member(reader, end, depth + 1);
    if (value === undefined) return undefined;
    members.push([name, value]);
    if (!taken(reader, ',')) return Object.fromEntries(members);
  }
}

function member(reader: Reader, end: string, depth: number): unknown {
  if (taken(reader, '[')) return list(reader, depth);
  if (taken(reader, '{')) return closed(reader, structure(reader, '}', depth), '}');
  return scalar(reader, `,${end}`);
}

function list(reader: Reader, depth: number): unknown {
  const items: unknown[] = [];
  if (taken(reader, ']')) return items;
  for (;;) {
    if (depth > DEEPEST) return undefined;
    const item = member(reader, ']', depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    if (!taken(reader, ',')) return closed(reader, items, ']');
  }
}

function closed(reader: Reader, value: unknown, bracket: string): unknown {
  return value !== undefined && taken(reader, bracket) ? value : undefined;
}

function scalar(reader: Reader, ends: string): string | undefined {
  if (taken(reader, '"')) {
    const [body] = /^(?:[^"\\]|\\.)*(?=")/s.exec(reader.text.slice(reader.at)) ?? [];
    if (body === undefined) return undefined;
    reader.at += body.length + 1;
    return body.replaceAll(/\\(.)/gs, '$1');
  }
  const start = reader.at;
  while (reader.at < reader.text.length && !ends.includes(reader.text.charAt(reader.at))) reader.at += 1;
  return reader.text.slice(start, reader.at);
}

function taken(reader: Reader, char: string): boolean {
  if (reader.text.charAt(reader.at) !== char) return false;
  reader.at += 1;
  return true;
}
