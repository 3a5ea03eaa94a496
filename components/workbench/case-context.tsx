'use client';
/** The store of the case on this page, its actions, and the engine behind them. */
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { EngineClient } from '@/lib/browser/engine/client';
import type { CaseRef } from '@/lib/browser/engine/protocol';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import { actionsOn, type CaseActions } from './actions';
import { type CaseState, type CaseStore, createCaseStore, keep, keptUnder } from './store';

interface CaseContext {
  readonly store: CaseStore;
  readonly actions: CaseActions;
  readonly caseRef: CaseRef;
  engine(): Promise<Pick<EngineClient, 'call'>>;
}

const Context = createContext<CaseContext | undefined>(undefined);

/** The engine and its worker are loaded with the first thing that has to be computed. */
async function loadEngine(): Promise<Pick<EngineClient, 'call'>> {
  return (await import('@/lib/browser/engine/engine')).engine;
}

interface CaseProviderProps {
  readonly caseRef: CaseRef;
  /** Names the case and the version that made it. */
  readonly storageKey: string;
  readonly offers: readonly Offer[];
  readonly children: ReactNode;
}

export function CaseProvider({ caseRef, storageKey, offers, children }: CaseProviderProps) {
  const [context] = useState<CaseContext>(() => {
    const store = createCaseStore(offers);
    return { store, actions: actionsOn(store, caseRef, loadEngine), caseRef, engine: loadEngine };
  });
  useEffect(() => {
    const { store, actions } = context;
    store.setState(keptUnder(storageKey));
    actions.reopen();
    return store.subscribe((state) => keep(storageKey, state));
  }, [context, storageKey]);
  return <Context value={context}>{children}</Context>;
}

function useContextOfCase(): CaseContext {
  const context = useContext(Context);
  if (!context) throw new Error('a part of the workbench stands inside a CaseProvider');
  return context;
}

export function useCase<T>(selector: (state: CaseState) => T): T {
  return useStore(useContextOfCase().store, selector);
}

export function useCaseActions(): CaseActions {
  return useContextOfCase().actions;
}

export function useEngine(): Pick<CaseContext, 'engine' | 'caseRef'> {
  const { engine, caseRef } = useContextOfCase();
  return { engine, caseRef };
}
