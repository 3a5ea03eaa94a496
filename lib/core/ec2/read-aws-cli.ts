/**
 * AWS CLI lines as Actions: the door for calls that somebody typed, the other way round than `aws-cli`.
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/
 */
import * as z from 'zod';
import type { Action } from './actions/action';
import { kebab } from './aws-cli';
import { isFlag, type ParameterType, parameterOf, shown } from './cli/parameter';
import { type CommandLine, commandLines, type LineIssue } from './cli/shell';
import { formatPath } from './issue';
import { actionSchema } from './schema/action';
import { issuesOf } from './schema/zod-issue';

export type AwsCliDoor = { readonly actions: readonly Action[] } | { readonly issues: readonly LineIssue[] };

/** A person types a handful; more is a program's output, and not read. */
const MOST_CHARACTERS = 65_536;

/** One call per line, as a shell would run them; every line that is none is told with its number. */
export function readAwsCli(text: string): AwsCliDoor {
  if (text.length > MOST_CHARACTERS)
    return { issues: [{ line: 1, message: `more than ${MOST_CHARACTERS} characters are not read` }] };
  const read = commandLines(text).map((line) => ('message' in line ? line : callOf(line)));
  const issues = read.filter((one): one is LineIssue => 'message' in one);
  return issues.length > 0
    ? { issues }
    : { actions: read.flatMap((one) => ('action' in one ? [one.action] : [])) };
}

type Read = { readonly action: Action } | LineIssue;

function callOf({ line, keptAs, words: [program, service, call, ...rest] }: CommandLine): Read {
  const issue = (message: string): LineIssue => ({ line, message });
  if (program !== 'aws') return issue(`\`${shown(program ?? '')}\` is not \`aws\``);
  if (service !== 'ec2') return issue(`\`aws ${service ?? ''}\` is not read here: only \`aws ec2\``);
  const Action = CALLS.get(call ?? '');
  if (Action === undefined)
    return issue(`\`aws ec2 ${shown(call ?? '')}\` is no call that changes a network here`);
  const parameters = parametersOf(rest, typesOf(Action));
  if ('problem' in parameters) return issue(parameters.problem);
  const parsed = actionSchema.safeParse({
    Service: 'ec2',
    Action,
    ...(keptAs !== undefined && { As: keptAs }),
    ...asTheApiHasIt(parameters.values),
  });
  if (parsed.success) return { action: parsed.data };
  const [first] = issuesOf(parsed.error);
  const [name, ...inside] = first?.path ?? [];
  const at = typeof name === 'string' ? `\`--${kebab(name)}\`` : `\`${call}\``;
  const where = inside.length > 0 ? ` at ${formatPath(inside)}` : '';
  return issue(`${at}${where} ${first?.message ?? 'does not fit'}`);
}

const CALLS: ReadonlyMap<string, Action['Action']> = new Map(
  actionSchema.options.map(({ shape }) => [kebab(shape.Action.value), shape.Action.value] as const),
);

type Types = Readonly<Record<string, ParameterType>>;

/** Every option of a call, and what the CLI spells in its own way. */
function typesOf(action: Action['Action']): Types {
  const schema = actionSchema.options.find(({ shape }) => shape.Action.value === action);
  const { properties = {} } = z.toJSONSchema(schema as z.ZodType, {
    io: 'input',
    unrepresentable: 'any',
  }) as ParameterType;
  const { Service: _service, Action: _action, As: _as, ...own } = properties;
  const spelled = Object.entries(own).map(([name, type]) => [kebab(name), { ...type, name }] as const);
  return { ...Object.fromEntries(spelled), ...(own.IpPermissions && RULE), ...(own.MinCount && COUNT) };
}

/** A rule of a security group in plain options, which the CLI makes one permission of. */
const RULE: Types = {
  protocol: { type: 'string' },
  port: { type: 'string' },
  cidr: { type: 'string' },
  'source-group': { type: 'string' },
};
const COUNT: Types = { count: { type: 'string' } };

/** They say how the answer is printed, and change nothing about the call. */
const ABOUT_THE_ANSWER = ['--query', '--output', '--profile', '--no-cli-pager'];

function parametersOf(
  words: readonly string[],
  types: Types,
): { readonly values: Readonly<Record<string, unknown>> } | { readonly problem: string } {
  const values: Record<string, unknown> = {};
  for (const [option, ...rest] of optionsIn(words)) {
    if (option === undefined || !option.startsWith('--'))
      return { problem: `\`${shown(option ?? '')}\` stands behind no option` };
    if (ABOUT_THE_ANSWER.includes(option)) continue;
    const given = nameIn(option, types);
    if (!given) return { problem: `there is no option \`${shown(option)}\` here` };
    const { name, type, isOn } = given;
    if (name in values) return { problem: `\`${option}\` stands twice` };
    if (isFlag(type) && (rest.length === 0 || isOn === false)) {
      if (rest.length > 0) return { problem: `\`${option}\` takes no value` };
      values[name] = type.type === 'boolean' ? isOn : { Value: isOn };
      continue;
    }
    const read = parameterOf(rest, type);
    if ('problem' in read) return { problem: `\`${option}\` ${read.problem}` };
    values[name] = read.value;
  }
  return { values };
}

/** Each option with the words behind it. */
function optionsIn(words: readonly string[]): readonly (readonly string[])[] {
  const options: string[][] = [];
  for (const word of words) {
    const last = options.at(-1);
    if (word.startsWith('--') || !last) options.push([word]);
    else last.push(word);
  }
  return options;
}

function nameIn(
  option: string,
  types: Types,
): { readonly name: string; readonly type: ParameterType; readonly isOn: boolean } | undefined {
  const text = option.slice(2);
  if (text === 'ingress' && types.egress) return { name: 'Egress', type: types.egress, isOn: false };
  const own = types[text];
  if (own) return { name: nameOf(own, text), type: own, isOn: true };
  const denied = text.startsWith('no-') ? types[text.slice(3)] : undefined;
  return denied && isFlag(denied) ? { name: nameOf(denied, text), type: denied, isOn: false } : undefined;
}

function nameOf(type: ParameterType, spelled: string): string {
  return 'name' in type ? String(type.name) : spelled;
}

/** The CLI's own spellings turned into the parameters of the API. */
function asTheApiHasIt({
  count,
  protocol,
  port,
  cidr,
  'source-group': group,
  ...rest
}: Readonly<Record<string, unknown>>): object {
  if (count !== undefined) {
    const [, least, most = least] = /^(\d+)(?::(\d+))?$/.exec(String(count)) ?? [];
    return { ...rest, MinCount: least && Number(least), MaxCount: most && Number(most) };
  }
  if (protocol === undefined && port === undefined && cidr === undefined && group === undefined) return rest;
  const name = protocol === 'all' ? '-1' : protocol;
  const [, from, to = from] = /^(-?\d+)(?:-(\d+))?$/.exec(String(port ?? '')) ?? [];
  const isAny = port === undefined || port === 'all' || name === '-1';
  const permission = {
    IpProtocol: name,
    ...(!isAny && { FromPort: from === undefined ? port : Number(from), ToPort: Number(to) }),
    ...(cidr !== undefined && { IpRanges: [{ CidrIp: cidr }] }),
    ...(group !== undefined && { UserIdGroupPairs: [{ GroupId: group }] }),
  };
  return { ...rest, IpPermissions: [permission] };
}
