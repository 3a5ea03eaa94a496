/** What somebody has done with one case: one store per mount, kept in this tab so that a reload loses nothing. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Exhibit } from '@/lib/core/quiz/evidence/exhibit';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { Hint, HintStep } from '@/lib/core/quiz/hint';

/** What became of a look at a piece of evidence. */
export type Look =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'open'; readonly exhibit: Exhibit };

/** Survives a reload. */
export interface Kept {
  /** Ids of what has been opened, in this order. */
  readonly opened: readonly string[];
  /** The highest hint that was taken. */
  readonly hint: 0 | 1 | 2 | 3;
  /** Ids of the options that are chosen. */
  readonly chosen: readonly string[];
  readonly confidence: string | undefined;
}

/** A hint that was taken. */
export type HintLook =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly message: string }
  | { readonly state: 'open'; readonly hint: Hint };

export interface CaseState extends Kept {
  readonly offers: readonly Offer[];
  readonly looks: Readonly<Record<string, Look>>;
  readonly spent: number;
  /** By their steps. */
  readonly hints: Readonly<Partial<Record<HintStep, HintLook>>>;
  /** The component that is selected in the drawing or in its list. */
  readonly selectedId: string | undefined;
  readonly tabId: string | undefined;
  /** The piece of evidence in front; undefined: what is shown for nothing. */
  readonly offerId: string | undefined;
}

export type CaseStore = StoreApi<CaseState>;

const EMPTY: Kept = { opened: [], hint: 0, chosen: [], confidence: undefined };

export function createCaseStore(offers: readonly Offer[]): CaseStore {
  return createStore<CaseState>(() => ({
    ...EMPTY,
    offers,
    looks: {},
    spent: 0,
    hints: {},
    selectedId: undefined,
    tabId: undefined,
    offerId: undefined,
  }));
}

/** `key`: names the case and the version that made it. */
export function keptUnder(key: string): Kept {
  try {
    const text = sessionStorage.getItem(key);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return isKept(value) ? value : EMPTY;
  } catch {
    // Storage may be forbidden, or hold what another version wrote.
    return EMPTY;
  }
}

export function keep(key: string, { opened, hint, chosen, confidence }: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ opened, hint, chosen, confidence }));
  } catch {
    // Without storage the case works, and a reload begins it anew.
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { opened, chosen, hint } = value as Partial<Kept>;
  const isList = (list: unknown): boolean =>
    Array.isArray(list) && list.every((id) => typeof id === 'string');
  return isList(opened) && isList(chosen) && (hint === 0 || hint === 1 || hint === 2 || hint === 3);
}
