/** What a function of the query language is. */
import { canonicalCidr } from '../../../net/cidr';
import type { Period } from '../period';
import type { Kind, Value } from '../value';

export interface Parameter {
  readonly name: string;
  readonly isPeriod?: boolean;
  readonly isOptional?: boolean;
  /** Whether further arguments like it may follow. */
  readonly repeats?: boolean;
  /** What is wrong with a literal that stands there. */
  readonly check?: (literal: string | number) => string | undefined;
}

/** What a call knows before it sees an event. */
export interface CallContext {
  /** When the query was started, in milliseconds since 1970. */
  readonly now: number;
  readonly period: Period | undefined;
}

export interface QueryFunction {
  /** As AWS spells it. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly says: string;
  /** `argument`: of the kind that its arguments are of. */
  readonly result: Kind | 'argument';
  /** A field that comes before the arguments, and that no query writes. */
  readonly reads?: string;
  /** Made once per call in the query, so that it can remember; then asked per event. */
  readonly make: (context: CallContext) => (...values: readonly Value[]) => Value;
}

export const value = (name: string): Parameter => ({ name });
export const optional = (name: string): Parameter => ({ name, isOptional: true });
/** One or more. */
export const values = (name: string): Parameter => ({ name, repeats: true });
export const period: Parameter = { name: 'period', isPeriod: true };

export const subnet = (family?: 'IPv4' | 'IPv6'): Parameter => ({
  name: 'subnet',
  check: (literal) => {
    const cidr = typeof literal === 'string' ? canonicalCidr(literal) : undefined;
    if (!cidr) return `\`${literal}\` is no CIDR block such as 192.0.2.0/24`;
    if (family && (typeof cidr.base === 'number') !== (family === 'IPv4'))
      return `\`${literal}\` is no ${family} block`;
    return undefined;
  },
});

/** A function that remembers nothing and knows nothing. */
export const pure =
  (apply: (...values: readonly Value[]) => Value): QueryFunction['make'] =>
  () =>
    apply;

/** `substr(str, startIndex[, length])` */
export function signature({ name, parameters }: Pick<QueryFunction, 'name' | 'parameters'>): string {
  const texts = parameters.map((parameter, index) => {
    const text = `${index > 0 ? ', ' : ''}${parameter.name}${parameter.repeats ? ', …' : ''}`;
    return parameter.isOptional ? `[${text}]` : text;
  });
  return `${name}(${texts.join('')})`;
}
