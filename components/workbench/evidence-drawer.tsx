'use client';
/** The drawer: what is shown for nothing in the first tab, and everything that a real account would let one open in the others. */
import { type ReactNode, useId } from 'react';
import { tabsOf } from '../evidence/tabs';
import { useCase, useCaseActions } from './case-context';
import { DrawerTabs } from './drawer-tabs';
import { ExhibitView } from './exhibit-view';
import { OfferList } from './offer-list';

export const GIVEN = 'given';

export function EvidenceDrawer({ children }: { readonly children: ReactNode }) {
  const panelId = useId();
  const offers = useCase((state) => state.offers);
  const opened = useCase((state) => state.opened);
  const offerId = useCase((state) => state.offerId);
  const tabId = useCase((state) => state.tabId) ?? GIVEN;
  const { open, showTab } = useCaseActions();
  const tabs = tabsOf(offers);
  const current = tabs.find(({ id }) => id === tabId);
  const offer =
    current?.offers.find(({ id }) => id === offerId) ?? current?.offers.find(({ id }) => opened.includes(id));
  return (
    <section
      id="evidence"
      aria-label="Evidence"
      className="@container/panel flex min-h-0 min-w-0 flex-1 flex-col rounded-panel border border-line bg-surface"
    >
      {tabs.length > 0 && (
        <DrawerTabs
          tabs={[
            { id: GIVEN, label: 'On the table', icon: 'ticket', opened: undefined },
            ...tabs.map(({ id, label, icon, offers: own }) => ({
              id,
              label,
              icon,
              opened: [own.filter((one) => opened.includes(one.id)).length, own.length] as const,
            })),
          ]}
          currentId={current ? current.id : GIVEN}
          panelId={panelId}
          onShow={showTab}
        />
      )}
      <div
        id={panelId}
        {...(tabs.length > 0 && { role: 'tabpanel', 'aria-labelledby': `tab-${current?.id ?? GIVEN}` })}
        className="flex min-h-[20rem] flex-1 flex-col min-[1180px]:min-h-0"
      >
        <div
          className={`min-h-0 flex-1 min-[1180px]:overflow-auto [&>section]:rounded-none [&>section]:border-0 [&>section+section]:border-t ${current ? 'hidden' : ''}`}
        >
          {children}
        </div>
        {current && (
          <div className="flex min-h-0 flex-1 divide-line @max-xl/panel:flex-col @max-xl/panel:divide-y @xl/panel:divide-x">
            <div className="flex shrink-0 flex-col @max-xl/panel:max-h-56 @xl/panel:w-60">
              <OfferList offers={current.offers} opened={opened} currentId={offer?.id} onOpen={open} />
            </div>
            {offer && opened.includes(offer.id) ? (
              <ExhibitView key={offer.id} offer={offer} />
            ) : (
              <p className="flex-1 p-5 text-center text-ink-3">
                Nothing of this is opened yet. Each look has the price that stands beside it; the same look
                again costs nothing.
              </p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
