/** Fields of a record that a question may hide: those about which people are wrong. */
import type { FieldName } from '../flowlog/record';

export type HiddenField = Extract<FieldName, 'srcaddr' | 'dstaddr' | 'tcp-flags'>;
export const HIDDEN_FIELDS: readonly HiddenField[] = ['srcaddr', 'dstaddr', 'tcp-flags'];
