'use client';
/** `?`: every key of the workbench, and a switch that turns single letters off. */
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon';

/** The one place that knows them; keep in step with what listens. */
const KEYS: readonly (readonly [string, string])[] = [
  ['?', 'this list'],
  ['1 to 9', 'choose an option'],
  ['Enter', 'check the answer'],
  ['H', 'hint'],
  ['D', 'drawing or list'],
  ['C', 'pick a component: to the drawing'],
  ['[ ]', 'tab of evidence before or after'],
  ['/', 'filter the log'],
  ['Ctrl Enter', 'run the query'],
  ['+ −', 'zoom'],
  ['F', 'fit the whole network'],
  ['Space', 'play or pause the walk'],
  ['← →, Home, End', 'steps of the walk'],
  ['N', 'same trap, new VPC'],
  ['R', 'run a repair'],
  ['Ctrl Z', 'undo in a repair'],
];
const OFF = 'flowtrap-single-letters-off';

export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOff, setIsOff] = useState(false);
  useEffect(() => {
    setIsOff(isSwitchedOff());
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.target instanceof Element &&
        event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select')
      )
        return;
      if (event.key === '?') dialog.current?.showModal();
      else if (isSwitchedOff() || dialog.current?.open || !act(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const toggle = (): void => {
    try {
      if (isOff) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'yes');
    } catch {
      // Without storage it holds until the page is left.
    }
    setIsOff(!isOff);
  };
  return (
    <>
      <button
        type="button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => dialog.current?.showModal()}
        className="grid size-9 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-sunken max-sm:hidden"
      >
        <Icon name="help" size={18} />
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="m-auto w-[min(26rem,92vw)] rounded-panel border border-line bg-raised p-4 text-ink shadow-[0_8px_24px_rgb(0_0_0/.12)] backdrop:bg-ink/30"
      >
        <h2 id="keys-title" className="font-[640] text-[17px]">
          Keys
        </h2>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-[13px]">
          {KEYS.map(([key, does]) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-mark border border-edge px-1.5 font-mono text-xs">{key}</kbd>
              </dt>
              <dd className="text-ink-2">{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-3 flex min-h-9 items-center gap-2 text-[13px]">
          <input type="checkbox" checked={isOff} onChange={toggle} className="size-4 accent-accent" />
          Single letters do nothing
        </label>
        {/* A form of its own would stand in the form of the answer. */}
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="mt-2 min-h-9 rounded-control border border-edge px-3 font-semibold hover:border-accent"
        >
          Close
        </button>
      </dialog>
    </>
  );
}

function isSwitchedOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    return false;
  }
}

/** What a single letter does; false: it does nothing here. */
function act(key: string): boolean {
  const press = (selector: string): boolean => {
    const found = document.querySelector<HTMLElement>(selector);
    found?.click();
    return found !== null;
  };
  switch (key) {
    case 'd':
      return press('input[name=network]:not(:checked)');
    case 'c': {
      const part = document.querySelector<SVGElement>('#network [data-part][tabindex="0"]');
      part?.focus();
      return part !== null;
    }
    case 'h':
      return press('[data-key=h]');
    case 'n':
      return press('[data-key=n]');
    case '+':
    case '=':
      return press('[data-key="+"]');
    case '-':
      return press('[data-key="-"]');
    case 'f':
      return press('[data-key=f]');
    case '[':
    case ']':
      return turnTab(key === ']' ? 1 : -1);
    case '/': {
      const filter = document.querySelector<HTMLElement>('[data-filter]');
      filter?.focus();
      return filter !== null;
    }
    default:
      return false;
  }
}

function turnTab(by: 1 | -1): boolean {
  const tabs = [...document.querySelectorAll<HTMLElement>('#evidence [role=tab]')];
  const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
  const next = tabs.at((at + by) % tabs.length);
  next?.click();
  next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return next !== undefined;
}
