/** Every statement about AWS that the judges and the writer of flow logs rest on, found where it is declared. */
import type { Rule } from '@/lib/core/rules/rule';

const modules = import.meta.glob<Record<string, unknown>>(
  ['/lib/core/rules/*.ts', '/lib/core/flowlog/rules.ts', '/lib/core/flowlog/insights/rules.ts'],
  { eager: true },
);

export const RULES: readonly Rule[] = Object.values(modules)
  .flatMap((exported) => Object.values(exported))
  .filter((value): value is Rule => typeof value === 'object' && value !== null && 'standing' in value);
