/** One of AWS's explanation codes, in our words. */
import type { Standing } from '../rule';

export interface ExplanationCodeFacts {
  /** Where it belongs: `nacl`, `routes`, `tgw` … */
  readonly group: string;
  /** One or more English sentences, present tense. */
  readonly means: string;
  /** The fields of an Explanation that it fills, as the API spells them. */
  readonly fields: readonly string[];
  /** How sure the fields are: AWS documents none, and public captures show those of two codes. */
  readonly fieldsStanding: Extract<Standing, 'observed' | 'inferred'>;
}

export function code(
  group: string,
  fields: string,
  means: string,
  fieldsStanding: ExplanationCodeFacts['fieldsStanding'] = 'inferred',
): ExplanationCodeFacts {
  return { group, means, fields: fields.split(' '), fieldsStanding };
}
