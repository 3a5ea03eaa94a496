/**
 * The format of a flow log, as `CreateFlowLogs` takes it: `${version} ${account-id} …`.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateFlowLogs.html
 */
import { isLogField, type LogField } from './log-fields';

export type FormatDoor = { readonly fields: readonly LogField[] } | { readonly issue: string };

const PLACEHOLDER = /^\$\{([^{}]*)\}$/;

/** Blanks around and between the fields may be any. */
export function parseFormat(text: string): FormatDoor {
  const words = text.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { issue: 'the format names no field' };
  const fields: LogField[] = [];
  for (const word of words) {
    const name = PLACEHOLDER.exec(word)?.[1];
    if (name === undefined)
      return {
        issue: isLogField(word)
          ? `the format has \`${word}\` without its braces: write \`\${${word}}\``
          : `the format has \`${word}\`, which is no field: write fields like \`\${srcaddr}\`, with a blank between`,
      };
    if (!isLogField(name))
      return { issue: `the format has \`${word}\`, which is no field of versions 2 to 11` };
    if (fields.includes(name)) return { issue: `the format has \`${word}\` twice` };
    fields.push(name);
  }
  return { fields };
}

export function formatFormat(fields: readonly LogField[]): string {
  return fields.map((name) => `\${${name}}`).join(' ');
}

/** Whose logs have fields of their own: `tgw-…`, `tgw-attach-…`. */
export function isOfTransitGateway(resourceId: string): boolean {
  return resourceId.startsWith('tgw-');
}
