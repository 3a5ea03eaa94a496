/** Words that sentences about API calls share. */
import type { Action } from '../../ec2/actions/action';
import type { IdParameter } from '../../ec2/actions/outcome';
import { formatPortRange } from '../../net/port';
import { code, type Prose, prose, type Span } from '../prose';

/** One sentence for every Action of a noun: a new Action without one does not compile. */
export type Sentences<A extends Action> = {
  readonly [K in A['Action']]: (action: Extract<A, { readonly Action: K }>) => Prose;
};

/** An id, or what an earlier call of the same list made. */
export function id(value: IdParameter | undefined): Span {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? code(value) : `the new ${value.Ref}`;
}

/** `a`, `b` and `c` */
export function list(values: readonly IdParameter[]): Prose {
  return values.flatMap((value, i): Prose => {
    const before = i === 0 ? '' : i === values.length - 1 ? ' and ' : ', ';
    return before === '' ? [id(value)] : [before, id(value)];
  });
}

export function portsText(from: number | undefined, to: number | undefined): string {
  if (from === undefined || to === undefined) return '';
  return formatPortRange({ from, to });
}

/** The parts that there are, joined by a comma; what nobody asked for is not told. */
export function parts(...given: readonly (Prose | undefined)[]): Prose {
  return given
    .filter((part) => part !== undefined)
    .flatMap((part, i): Prose => (i === 0 ? part : [', ', ...part]));
}

/** "add `a` and `b`", or nothing where the list is empty. */
export function some(text: string, values: readonly IdParameter[] | undefined): Prose | undefined {
  return values?.length ? prose`${text} ${list(values)}` : undefined;
}

/** `ApplianceModeSupport` `enable`, `Ipv6Support` `disable` */
export function switches(options: object | undefined): Prose {
  const told = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  if (told.length === 0) return ['the defaults'];
  return told.flatMap(([name, value], i): Prose => {
    const span = prose`${code(name)} ${typeof value === 'object' ? 'the new one' : code(String(value))}`;
    return i === 0 ? span : [', ', ...span];
  });
}
