/**
 * An Action as the AWS CLI line that makes the same call.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
import type { Action } from './actions/action';

/** What the CLI spells otherwise than by turning `RouteTableId` into `--route-table-id`. */
const SPELLINGS: Readonly<Record<string, (value: unknown) => readonly string[]>> = {
  Egress: (value) => [value === true ? '--egress' : '--ingress'],
  SourceDestCheck: (value) => [isOn(value) ? '--source-dest-check' : '--no-source-dest-check'],
  AllowReassociation: (value) => [value === true ? '--allow-reassociation' : '--no-allow-reassociation'],
};

export function formatAwsCli({ Service, Action, As: _as, ...parameters }: Action): string {
  const options = Object.entries(parameters).flatMap(([name, value]): readonly string[] => {
    if (value === undefined) return [];
    const spelling = SPELLINGS[name];
    return spelling ? spelling(value) : [`--${kebab(name)}`, formatValue(value)];
  });
  return ['aws', Service, kebab(Action), ...options].join(' ');
}

function isOn(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'Value' in value && value.Value === true;
}

/** `DestinationIpv6CidrBlock` -> `destination-ipv6-cidr-block`. */
function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

/** Lists of plain values are separated by blanks; a structure is written in shorthand; what an earlier line made, as a variable. */
function formatValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(formatValue).join(' ');
  if (typeof value !== 'object' || value === null) return quoted(String(value));
  if ('Ref' in value) return `"$${String(value.Ref)}"`;
  return quoted(shorthand(value));
}

function shorthand(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => (isStructure(item) ? `{${shorthand(item)}}` : shorthand(item))).join(',')}]`;
  if (!isStructure(value)) return String(value);
  return Object.entries(value)
    .filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0))
    .map(([name, part]) => `${name}=${isStructure(part) ? `{${shorthand(part)}}` : shorthand(part)}`)
    .join(',');
}

function isStructure(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A shell reads blanks, brackets and the like as its own. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
