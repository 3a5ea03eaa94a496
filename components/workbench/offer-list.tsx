'use client';
/** What can be opened under a tab, each with its price before it is opened. */
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import { KIND_TITLES } from '../evidence/tabs';
import { IdText } from '../ui/id-text';
import { Price } from './price';

interface OfferListProps {
  readonly offers: readonly Offer[];
  readonly opened: readonly string[];
  readonly currentId: string | undefined;
  onOpen(offer: Offer): void;
}

export function OfferList({ offers, opened, currentId, onOpen }: OfferListProps) {
  const kinds = [...new Set(offers.map(({ kind }) => kind))];
  return (
    <div className="min-h-0 overflow-auto p-1.5">
      {kinds.map((kind) => (
        <section key={kind} aria-label={KIND_TITLES[kind]}>
          {kinds.length > 1 && <h3 className="px-2 pt-1 text-[11px] text-ink-3">{KIND_TITLES[kind]}</h3>}
          <ul>
            {offers
              .filter((offer) => offer.kind === kind)
              .map((offer) => (
                <li key={offer.id}>
                  <OfferButton
                    offer={offer}
                    isOpened={opened.includes(offer.id)}
                    isCurrent={offer.id === currentId}
                    onOpen={onOpen}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface OfferButtonProps {
  readonly offer: Offer;
  readonly isOpened: boolean;
  readonly isCurrent: boolean;
  onOpen(offer: Offer): void;
}

function OfferButton({ offer, isOpened, isCurrent, onOpen }: OfferButtonProps) {
  const { title, component, price } = offer;
  return (
    <button
      type="button"
      aria-pressed={isCurrent}
      onClick={() => onOpen(offer)}
      className="flex min-h-8 w-full items-center gap-2 rounded-node px-2 py-0.5 text-left text-[13px] hover:bg-sunken aria-pressed:bg-accent-soft pointer-coarse:min-h-11"
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 leading-tight">
        <span className="font-[550]">{title === component ? <IdText text={component} /> : title}</span>
        {title !== component && (
          <span className="text-[11px] text-ink-3">
            <IdText text={component} />
          </span>
        )}
      </span>
      <Price price={price} isOpened={isOpened} />
    </button>
  );
}
