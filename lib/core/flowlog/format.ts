/**
 * A log's format, as `CreateFlowLogs` takes it: `${version} ${account-id} …`.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 */
import { fieldNamed } from './fields';
import type { FieldName } from './record';

export type FormatDoor = { readonly fields: readonly FieldName[] } | { readonly issue: string };

const PLACEHOLDER = /^\$\{([a-z0-9-]+)\}$/;

export function parseFormat(text: string): FormatDoor {
  const names = text.trim().split(/\s+/).filter(Boolean);
  if (names.length === 0) return { issue: 'the format names no field' };
  const fields: FieldName[] = [];
  for (const placeholder of names) {
    const field = fieldNamed(PLACEHOLDER.exec(placeholder)?.[1] ?? '');
    if (!field)
      return {
        issue: `the format has \`${placeholder}\`, which is no field of versions 2 to 11: write fields like \`\${srcaddr}\``,
      };
    if (fields.includes(field.name)) return { issue: `the format has \`${placeholder}\` twice` };
    fields.push(field.name);
  }
  return { fields };
}

export function formatFormat(fields: readonly FieldName[]): string {
  return fields.map((name) => `\${${name}}`).join(' ');
}
