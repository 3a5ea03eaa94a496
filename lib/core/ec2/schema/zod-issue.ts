/** zod's findings in the one shape and tone in which every door complains. */
import type * as z from 'zod';
import { type Issue, MOST_ISSUES } from '../issue';

export function issuesOf(error: z.ZodError): readonly Issue[] {
  return error.issues.flatMap((issue) => flat(issue)).slice(0, MOST_ISSUES);
}

function flat(issue: z.core.$ZodIssue): readonly Issue[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  // Of the members of a union, the one that got furthest is the one that was meant.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [closest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
    return closest.flatMap((inner) => flat({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [{ path, message: messageOf(issue) }];
}

function messageOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('received undefined')
        ? `is missing: expected ${article(issue.expected)}`
        : `is not ${article(issue.expected)}`;
    case 'unrecognized_keys':
      return `has no ${issue.keys.map((key) => `\`${key}\``).join(', ')}`;
    case 'invalid_value':
      return `is none of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      return `is smaller than ${issue.minimum}`;
    case 'too_big':
      return `is larger than ${issue.maximum}`;
    default:
      return issue.message;
  }
}

function article(type: string): string {
  return `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`;
}
