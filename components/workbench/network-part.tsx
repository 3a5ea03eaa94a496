'use client';
/** The network in the workbench: what is selected there can be opened there. */
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import { KIND_TITLES } from '../evidence/tabs';
import { gaugeOf, gaugeSentence, type LogGlance } from '../flowlog/gauge';
import { NetworkPanel, type NetworkPanelProps } from '../topology/network-panel';
import { useCase, useCaseActions } from './case-context';
import { Price } from './price';
import type { Look } from './store';

interface NetworkPartProps {
  readonly network: NetworkPanelProps;
  /** Component id -> ids of what can be opened about it. */
  readonly related: Readonly<Record<string, readonly string[]>>;
  /** Ids of components that can be named in the answer, if it is one. */
  readonly pickable: readonly string[];
}

export function NetworkPart({ network, related, pickable }: NetworkPartProps) {
  const offers = useCase((state) => state.offers);
  const opened = useCase((state) => state.opened);
  const looks = useCase((state) => state.looks);
  const selectedId = useCase((state) => state.selectedId);
  const { select } = useCaseActions();
  const glances = { ...network.glances, ...glancesOf(looks) };
  const prices = Object.fromEntries(
    offers
      .filter(({ kind, id }) => kind === 'flow-log-query' && !opened.includes(id))
      .map(({ component, price }) => [component, price]),
  );
  const own = offers.filter(
    ({ id, component }) => component === selectedId || related[selectedId ?? '']?.includes(id),
  );
  const actions = selectedId ? (
    <Actions id={selectedId} offers={own} isPickable={pickable.includes(selectedId)} />
  ) : undefined;
  return (
    <NetworkPanel
      {...network}
      height="split"
      glances={glances}
      prices={prices}
      selection={{ selectedId, select }}
      actions={actions}
      footer={
        actions && (
          <div className="border-line border-t px-3.5 py-1.5 group-has-[#network-list:checked]/network:hidden max-md:hidden">
            {actions}
          </div>
        )
      }
    />
  );
}

/** Logs that have been opened stand in the drawing too. */
function glancesOf(looks: Readonly<Record<string, Look>>): Readonly<Record<string, LogGlance>> {
  return Object.fromEntries(
    Object.values(looks).flatMap((look) => {
      if (look.state !== 'open' || look.exhibit.kind !== 'log') return [];
      const { interfaceId, streams, from, to } = look.exhibit;
      const records = streams.flatMap((stream) => stream.records);
      return [
        [interfaceId, { bars: gaugeOf(records, from, to), sentence: gaugeSentence(records, from, to) }],
      ];
    }),
  );
}

interface ActionsProps {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly isPickable: boolean;
}

const BUTTON =
  'inline-flex min-h-8 items-center gap-1.5 rounded-control border border-edge bg-surface px-2.5 text-[13px] font-[550] hover:border-accent pointer-coarse:min-h-11';

function Actions({ id, offers, isPickable }: ActionsProps) {
  const opened = useCase((state) => state.opened);
  const { open, choose } = useCaseActions();
  if (offers.length === 0 && !isPickable)
    return <p className="py-1 text-ink-3 text-[13px]">Nothing of this can be opened.</p>;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {isPickable && (
        <button type="button" onClick={() => choose([id])} className={`${BUTTON} border-accent text-accent`}>
          Name it as the answer
        </button>
      )}
      {offers.map((offer) => (
        <button key={offer.id} type="button" onClick={() => open(offer)} className={BUTTON}>
          {KIND_TITLES[offer.kind]} {offer.title === offer.component ? '' : offer.title}
          <Price price={offer.price} isOpened={opened.includes(offer.id)} />
        </button>
      ))}
    </div>
  );
}
