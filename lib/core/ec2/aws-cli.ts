/**
 * An Action as the AWS CLI line that makes the same call.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 */
import type { Action } from './actions/action';

/** What the CLI spells otherwise than by turning `RouteTableId` into `--route-table-id`. */
const SPELLINGS: Readonly<Record<string, (value: unknown) => readonly string[]>> = {
  Egress: (value) => [value === true ? '--egress' : '--ingress'],
};

/** `--count 2`, or `--count 1:5` for a call that is content with fewer. */
function withCount({ MinCount, MaxCount, ...rest }: Readonly<Record<string, unknown>>): object {
  if (MaxCount === undefined) return rest;
  return { ...rest, Count: MinCount === MaxCount ? MaxCount : `${MinCount}:${MaxCount}` };
}

export function formatAwsCli(action: Action): string {
  return awsCliPieces(action).join(' ');
}

/** The same line cut where it may be broken: the call, then each option with its value. */
export function awsCliPieces({ Service, Action, As, ...parameters }: Action): readonly string[] {
  const options = Object.entries(withCount(parameters)).flatMap(([name, value]): readonly string[] => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    const spelling = SPELLINGS[name];
    if (spelling) return spelling(value);
    const option = kebab(name);
    const flag = flagOf(value);
    return flag === undefined
      ? [`--${option} ${formatValue(value)}`]
      : [flag ? `--${option}` : `--no-${option}`];
  });
  const call = `aws ${Service} ${kebab(Action)}`;
  if (As === undefined) return [call, ...options];
  // What it makes is named by later lines: the shell keeps the id in a variable.
  return [`${As}=$(${call}`, ...options, `--query ${quoted(idIn(Action))}`, '--output text)'];
}

/** Yes and no are told by the option's name alone; attributes wrap them as `{ Value: true }`. */
function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return isStructure(value) && typeof value.Value === 'boolean' ? value.Value : undefined;
}

/** Where a call's answer holds the id of what it made: in the row that it prints, or elsewhere. */
function idIn(action: Action['Action']): string {
  const noun = action.replace(/^Create/, '');
  return ID_ELSEWHERE[action] ?? `${noun}.${noun}Id`;
}

const ID_ELSEWHERE: Partial<Readonly<Record<Action['Action'], string>>> = {
  AllocateAddress: 'AllocationId',
  AssociateAddress: 'AssociationId',
  AssociateRouteTable: 'AssociationId',
  AssociateSubnetCidrBlock: 'Ipv6CidrBlockAssociation.AssociationId',
  AssociateVpcCidrBlock: '[CidrBlockAssociation, Ipv6CidrBlockAssociation][].AssociationId',
  AttachNetworkInterface: 'AttachmentId',
  CreateFlowLogs: 'FlowLogIds[0]',
  CreateManagedPrefixList: 'PrefixList.PrefixListId',
  CreateSecurityGroup: 'GroupId',
  CreateTransitGatewayPeeringAttachment: 'TransitGatewayPeeringAttachment.TransitGatewayAttachmentId',
  CreateTransitGatewayVpcAttachment: 'TransitGatewayVpcAttachment.TransitGatewayAttachmentId',
  CreateVpcBlockPublicAccessExclusion: 'VpcBlockPublicAccessExclusion.ExclusionId',
  ReplaceNetworkAclAssociation: 'NewAssociationId',
  ReplaceRouteTableAssociation: 'NewAssociationId',
  RunInstances: 'Instances[0].InstanceId',
};

/** `DestinationIpv6CidrBlock` -> `destination-ipv6-cidr-block`. */
export function kebab(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}

/** Stands around the names of variables until the line is quoted; no parameter holds it. */
const MARK = '\uE000';

/** Lists of plain values are separated by blanks; a structure is written in shorthand; what an earlier line made, as a variable. */
function formatValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(formatValue).join(' ');
  if (typeof value !== 'object' || value === null) return quoted(String(value));
  return quoted(shorthand(value));
}

function shorthand(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inner).join(',')}]`;
  if (!isStructure(value)) return shorthandText(String(value));
  if ('Ref' in value) return `${MARK}${String(value.Ref)}${MARK}`;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0))
    .map(([name, part]) => `${name}=${inner(part)}`)
    .join(',');
}

function inner(value: unknown): string {
  return isStructure(value) && !('Ref' in value) ? `{${shorthand(value)}}` : shorthand(value);
}

/** Texts that shorthand would take apart stand in double quotes. */
function shorthandText(text: string): string {
  return /[,={}[\]"']/.test(text) ? `"${text.replaceAll(/["\\]/g, '\\$&')}"` : text;
}

function isStructure(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A shell reads blanks, brackets and the like as its own, and a variable only outside of single quotes. */
function quoted(text: string): string {
  return text
    .split(MARK)
    .map((part, i) => {
      if (i % 2 === 1) return `"$${part}"`;
      if (part === '' && text !== '') return '';
      return /^[\w@%+=:,./-]+$/.test(part) ? part : `'${part.replaceAll("'", `'\\''`)}'`;
    })
    .join('');
}
