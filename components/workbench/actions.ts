/** What can be done with a case: each changes its store, and asks the engine where something has to be computed. */
import type { EngineClient } from '@/lib/browser/engine/client';
import type { CaseRef } from '@/lib/browser/engine/protocol';
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { HintStep } from '@/lib/core/quiz/hint';
import { tabOf } from '../evidence/tabs';
import type { CaseStore, HintLook, Look } from './store';

export interface CaseActions {
  /** Opens a piece of evidence, or shows it again. */
  open(offer: Offer): void;
  showTab(id: string): void;
  select(id: string | undefined): void;
  choose(ids: readonly string[]): void;
  beSure(confidence: string): void;
  /** The hint of a step, worked out of what has been opened by now. */
  askHint(step: HintStep): void;
  /** What was open before a reload is opened again. */
  reopen(): void;
}

/** `engine`: loaded with the first look. */
export function actionsOn(
  store: CaseStore,
  ref: CaseRef,
  engine: () => Promise<Pick<EngineClient, 'call'>>,
): CaseActions {
  const setLook = (id: string, look: Look): void =>
    store.setState(({ looks }) => ({ looks: { ...looks, [id]: look } }));
  const look = async (id: string): Promise<void> => {
    setLook(id, { state: 'loading' });
    try {
      const { opened } = store.getState();
      const { exhibit, offers, spent } = await (await engine()).call('open', { ...ref, offerId: id, opened });
      if (exhibit) setLook(id, { state: 'open', exhibit });
      else setLook(id, { state: 'failed', message: 'The case has nothing by that name.' });
      store.setState({ offers, spent });
    } catch (error) {
      setLook(id, { state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const askHint = async (step: HintStep): Promise<void> => {
    const set = (look: HintLook): void =>
      store.setState(({ hints }) => ({ hints: { ...hints, [step]: look } }));
    const { hint, opened } = store.getState();
    store.setState({ hint: step > hint ? step : hint });
    set({ state: 'loading' });
    try {
      set({ state: 'open', hint: await (await engine()).call('hint', { ...ref, opened, step }) });
    } catch (error) {
      set({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  return {
    open: (offer) => {
      const { opened, looks } = store.getState();
      store.setState({
        offerId: offer.id,
        tabId: tabOf(offer),
        opened: opened.includes(offer.id) ? opened : [...opened, offer.id],
      });
      const known = looks[offer.id];
      if (!known || known.state === 'failed') void look(offer.id);
    },
    showTab: (tabId) => store.setState({ tabId, offerId: undefined }),
    select: (selectedId) => store.setState({ selectedId }),
    choose: (chosen) => store.setState({ chosen }),
    beSure: (confidence) => store.setState({ confidence }),
    askHint: (step) => void askHint(step),
    reopen: () => {
      for (const id of store.getState().opened) void look(id);
    },
  };
}
