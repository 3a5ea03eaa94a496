/** What an interface's log writes of a walk, and at which step it does: one stamp for each interface and leg. Pure. */
import type { StepView } from '@/lib/core/quiz/view';
import type { Layout } from '../topology/layout';
import { interfaceAt } from './anchor';

export interface Stamp {
  readonly interfaceId: string;
  readonly leg: StepView['leg'];
  readonly action: 'ACCEPT' | 'REJECT';
  readonly way: 'in' | 'out';
  /** The step with which the record is certain. */
  readonly index: number;
}

const FILTERS = new Set(['security-group', 'network-acl']);

/**
 * A record says REJECT where a security group or a network ACL of the interface refused. Of a packet that no route carries AWS does
 * not document the record: it gets no stamp.
 */
export function stampsOf(layout: Layout, steps: readonly StepView[]): readonly Stamp[] {
  const groups = new Map<string, { readonly index: number; readonly step: StepView }[]>();
  for (const [index, step] of steps.entries()) {
    if (!FILTERS.has(step.kind) && step.kind !== 'network-interface' && step.kind !== 'route-table') continue;
    const id = interfaceAt(layout, steps, index);
    if (id === undefined) continue;
    const key = `${step.leg} ${id}`;
    groups.set(key, [...(groups.get(key) ?? []), { index, step }]);
  }
  return [...groups].flatMap(([key, group]): readonly Stamp[] => {
    const [leg, interfaceId] = key.split(' ');
    const refused = group.find(({ step }) => FILTERS.has(step.kind) && !step.allowed);
    const unrouted = group.some(({ step }) => step.kind === 'route-table' && !step.allowed);
    const filters = group.filter(({ step }) => FILTERS.has(step.kind));
    const last = refused ?? filters.at(-1);
    if (!last || unrouted || interfaceId === undefined) return [];
    return [
      {
        interfaceId,
        leg: leg === 'return' ? 'return' : 'forward',
        action: refused ? 'REJECT' : 'ACCEPT',
        way: group[0]?.step.kind === 'network-interface' ? 'out' : 'in',
        index: last.index,
      },
    ];
  });
}
