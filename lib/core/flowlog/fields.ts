/**
 * The 54 fields of a flow log record, versions 2 to 11, in AWS's table order.
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
import { ECS_FIELDS } from './fields/ecs';
import type { Field } from './fields/field';
import { FLOW_FIELDS } from './fields/flow';
import { INTERFACE_FIELDS } from './fields/interface';
import { NEXT_HOP_FIELDS } from './fields/next-hop';
import { REASON_FIELDS } from './fields/reason';
import type { FieldName } from './record';

export const FIELDS: readonly Field[] = [
  ...FLOW_FIELDS,
  ...INTERFACE_FIELDS,
  ...ECS_FIELDS,
  ...REASON_FIELDS,
  ...NEXT_HOP_FIELDS,
];

const BY_NAME = new Map<string, Field>(FIELDS.map((field) => [field.name, field]));

export function fieldNamed(name: string): Field | undefined {
  return BY_NAME.get(name);
}

/** The version 2 fields in order: what a flow log writes when nobody chose a format. */
export const DEFAULT_FIELDS: readonly FieldName[] = FLOW_FIELDS.map(({ name }) => name);

/** What a record of this format prints as its version. */
export function versionOf(fields: readonly FieldName[]): number {
  return Math.max(2, ...fields.map((name) => BY_NAME.get(name)?.version ?? 2));
}
