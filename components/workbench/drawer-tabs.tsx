'use client';
/** The drawer's tabs: one tab stop, arrows move, and each says what stands behind it. */
import type { KeyboardEvent } from 'react';
import { Icon, type IconName } from '../ui/icon';

export interface TabHead {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  /** Opened of all; undefined where nothing has to be opened. */
  readonly opened: readonly [number, number] | undefined;
}

interface DrawerTabsProps {
  readonly tabs: readonly TabHead[];
  readonly currentId: string;
  readonly panelId: string;
  onShow(id: string): void;
}

export function DrawerTabs({ tabs, currentId, panelId, onShow }: DrawerTabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = tabs.findIndex(({ id }) => id === currentId);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    onShow(next.id);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label="Evidence"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="flex shrink-0 overflow-x-auto border-line border-b px-1.5"
    >
      {tabs.map(({ id, label, icon, opened }) => {
        const isCurrent = id === currentId;
        return (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={isCurrent}
            aria-controls={panelId}
            tabIndex={isCurrent ? 0 : -1}
            onClick={() => onShow(id)}
            className={`relative flex min-h-10 shrink-0 items-center gap-1.5 border-b-2 px-2.5 text-[13px] pointer-coarse:min-h-11 ${isCurrent ? 'border-accent font-semibold' : 'border-transparent font-[550] text-ink-2 hover:text-ink'}`}
          >
            <Icon name={icon} /> {label}
            {opened && (
              <span className="text-[11px] text-ink-3 tabular-nums">
                {opened[0] > 0 ? `${opened[0]}/${opened[1]}` : opened[1]}
                <span className="sr-only"> {opened[0] > 0 ? 'opened' : 'to open'}</span>
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
