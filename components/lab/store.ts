/** What somebody has written to repair a case: one line for each call, kept in this tab, with a way back. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RepairResult } from '@/lib/browser/engine/protocol';

export type Run =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly message: string }
  | {
      readonly state: 'wrong';
      readonly issues: readonly { readonly line: number; readonly message: string }[];
    }
  | { readonly state: 'judged'; readonly verdict: RepairResult; readonly lines: readonly string[] };

export interface LabState {
  readonly lines: readonly string[];
  /** Earlier lists, the latest last. */
  readonly past: readonly (readonly string[])[];
  readonly run: Run;
}

export type LabStore = StoreApi<LabState>;

export function createLabStore(): LabStore {
  return createStore<LabState>(() => ({ lines: [], past: [], run: { state: 'none' } }));
}

export function write(store: LabStore, lines: readonly string[]): void {
  store.setState(({ lines: before, past }) => ({ lines, past: [...past, before] }));
}

export function undo(store: LabStore): void {
  store.setState(({ past }) => {
    const before = past.at(-1);
    return before ? { lines: before, past: past.slice(0, -1) } : {};
  });
}

export function keptLines(key: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter((line): line is string => typeof line === 'string') : [];
  } catch {
    // Storage may be forbidden, or hold what another version wrote.
    return [];
  }
}

export function keepLines(key: string, lines: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(lines));
  } catch {
    // Without storage the editor works, and a reload empties it.
  }
}
