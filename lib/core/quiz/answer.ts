/** What somebody answers, in every form in which a question takes an answer. */
import type { Action } from '../ec2/actions/action';
import type { Diagnosis } from './diagnosis/judge';

export type Answer =
  /** Ids of options, as many as are asked for. */
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'diagnosis'; readonly diagnoses: readonly Diagnosis[] }
  | { readonly kind: 'repair'; readonly actions: readonly Action[] };
