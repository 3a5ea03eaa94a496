'use client';
/** What has to pass, what has to stay shut, and what worked before; after a run, whether each expectation holds. */
import { plain } from '@/lib/core/explain/prose';
import { Mark, type MarkKind } from '../ui/mark';
import { Panel } from '../ui/panel';
import type { Run } from './store';

export interface LabFlow {
  readonly id: string;
  readonly says: string;
}

export interface LabFlows {
  readonly wanted: readonly LabFlow[];
  readonly shut: readonly LabFlow[];
  readonly working: readonly LabFlow[];
}

interface Held {
  readonly mark: MarkKind;
  readonly detail: string;
}

export function FlowsPanel({ flows, run }: { readonly flows: LabFlows; readonly run: Run }) {
  const verdict = run.state === 'judged' && !run.verdict.refused ? run.verdict : undefined;
  const failing = (says: string) =>
    [...(verdict?.wanted ?? []), ...(verdict?.broken ?? [])].find(
      (flow) => flow.says === says && !flow.passes,
    );
  const passes = ({ says }: LabFlow): Held | undefined => {
    if (!verdict) return undefined;
    const failed = failing(says);
    return failed
      ? { mark: 'reject', detail: failed.stop ? plain(failed.stop) : 'does not pass' }
      : { mark: 'accept', detail: 'passes' };
  };
  const isShut = ({ says }: LabFlow): Held | undefined => {
    if (!verdict) return undefined;
    return verdict.opened.some((flow) => flow.says === says)
      ? { mark: 'reject', detail: 'passes, and should not' }
      : { mark: 'accept', detail: 'does not pass, as it should' };
  };
  return (
    <Panel title="Flows">
      <FlowGroup title="Must pass" flows={flows.wanted} held={passes} />
      <FlowGroup title="Must stay shut" flows={flows.shut} held={isShut} />
      <FlowGroup title="Works today" flows={flows.working} held={passes} />
    </Panel>
  );
}

interface FlowGroupProps {
  readonly title: string;
  readonly flows: readonly LabFlow[];
  held(flow: LabFlow): Held | undefined;
}

function FlowGroup({ title, flows, held }: FlowGroupProps) {
  if (flows.length === 0) return null;
  return (
    <section className="px-3.5 py-2">
      <h3 className="font-semibold text-[13px]">{title}</h3>
      <ul className="mt-1 space-y-1">
        {flows.map((flow) => {
          const result = held(flow);
          return (
            <li key={flow.id} className="flex items-start gap-2 text-[13px]">
              <Mark kind={result?.mark ?? 'none'} className="mt-[3px]" />
              <span>
                {flow.says}
                {result && <span className="block text-ink-3 text-xs">{result.detail}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
