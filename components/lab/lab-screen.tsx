'use client';
/** The repair: flows that must pass and must not, the editor, and the verdict beside it. */
import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CaseRef } from '@/lib/browser/engine/protocol';
import type { Editable } from '@/lib/core/quiz/lab/editable';
import { Icon } from '../ui/icon';
import { Panel } from '../ui/panel';
import { SwitchView } from '../ui/switch-view';
import { AclEditor } from './acl-editor';
import { AddressEditor } from './address-editor';
import { ChangeList } from './change-list';
import { FlowsPanel, type LabFlows } from './flows-panel';
import { GroupEditor } from './group-editor';
import { RouteEditor } from './route-editor';
import { RunResult } from './run-result';
import { createLabStore, keepLines, keptLines, type Run, undo, write } from './store';

interface LabScreenProps {
  readonly caseRef: CaseRef;
  readonly storageKey: string;
  readonly editable: Editable;
  readonly flows: LabFlows;
}

const EDITORS = [
  { value: 'routes', label: 'Routes', Editor: RouteEditor },
  { value: 'groups', label: 'Security groups', Editor: GroupEditor },
  { value: 'acls', label: 'Network ACLs', Editor: AclEditor },
  { value: 'addresses', label: 'Addresses', Editor: AddressEditor },
] as const;

export function LabScreen({ caseRef, storageKey, editable, flows }: LabScreenProps) {
  const [store] = useState(createLabStore);
  const { lines, past, run } = useStore(store);
  const [tab, setTab] = useState('routes');
  useEffect(() => {
    store.setState({ lines: keptLines(storageKey) });
    return store.subscribe((state) => keepLines(storageKey, state.lines));
  }, [store, storageKey]);
  const tryIt = useCallback(async (): Promise<void> => {
    const set = (next: Run): void => store.setState({ run: next });
    const tried = store.getState().lines;
    set({ state: 'running' });
    try {
      const { engine } = await import('@/lib/browser/engine/engine');
      const answer = await engine.call('repair', { ...caseRef, text: tried.join('\n') });
      set(
        'issues' in answer
          ? { state: 'wrong', issues: answer.issues }
          : { state: 'judged', verdict: answer.verdict, lines: tried },
      );
    } catch (error) {
      set({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }, [store, caseRef]);
  useLabKeys(tryIt, () => undo(store));
  const onLines = (more: readonly string[]): void => write(store, [...lines, ...more]);
  return (
    <div className="grid items-start gap-3 min-[1024px]:grid-cols-[minmax(0,1fr)_22rem] min-[1440px]:grid-cols-[19rem_minmax(0,1fr)_23rem]">
      <div className="min-w-0 space-y-3 min-[1024px]:max-[1439px]:col-span-2">
        <FlowsPanel flows={flows} run={run} />
        <button
          type="button"
          onClick={tryIt}
          aria-keyshortcuts="r"
          className="inline-flex min-h-11 items-center gap-2 rounded-control bg-accent px-5 font-semibold text-accent-ink"
        >
          <Icon name="play" /> {run.state === 'running' ? 'Running…' : 'Run'}
        </button>
      </div>
      <Panel
        title="Editor"
        tools={
          <button
            type="button"
            onClick={() => undo(store)}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-control border border-edge px-2.5 text-[13px] hover:border-accent pointer-coarse:min-h-11"
          >
            <Icon name="undo" /> Undo
            <span className="sr-only"> the last change</span>
            {past.length === 0 && <span className="sr-only">, nothing to undo</span>}
          </button>
        }
      >
        <div className="overflow-x-auto px-3.5 pt-2">
          <SwitchView name="editor" label="Edit" options={EDITORS} onChange={setTab} />
        </div>
        {EDITORS.map(({ value, Editor }) => (
          <div key={value} className={value === tab ? '' : 'hidden'}>
            <Editor editable={editable} lines={lines} onLines={onLines} />
          </div>
        ))}
        <ChangeList
          lines={lines}
          issues={run.state === 'wrong' ? run.issues : []}
          onLines={(next) => write(store, next)}
        />
      </Panel>
      <Panel title="Verdict">
        <RunResult run={run} isStale={run.state === 'judged' && run.lines !== lines} />
      </Panel>
    </div>
  );
}

/** `R` runs, `Ctrl Z` takes the last change back: only where no text is being typed. */
function useLabKeys(onRun: () => void, onUndo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=radio]), textarea, select')
      )
        return;
      const isUndo = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (isUndo) onUndo();
      else if (event.key === 'r' && !event.ctrlKey && !event.metaKey && !event.altKey) onRun();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onRun, onUndo]);
}
