/** What a look costs, or that it has been paid for. */
import { Icon } from '../ui/icon';

export function Price({ price, isOpened }: { readonly price: number; readonly isOpened: boolean }) {
  if (isOpened)
    return (
      <span className="text-accent">
        <Icon name="check" size={14} />
        <span className="sr-only">opened</span>
      </span>
    );
  return (
    <span className="rounded-full border border-line bg-none-soft px-1.5 font-[550] text-[11px] text-ink-2 tabular-nums">
      <span className="sr-only">price </span>
      {price}
    </span>
  );
}
