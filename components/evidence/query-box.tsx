'use client';
/** A box for a Logs Insights query: coloured words, completion while it is typed, and errors at their places. */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { QueryProblem } from '@/lib/browser/engine/protocol';
import type { Completion, Completions } from '@/lib/core/flowlog/insights/complete';
import { piecesOf } from './highlight';
import { SAMPLES } from './samples';

interface QueryBoxProps {
  readonly text: string;
  readonly problems: readonly QueryProblem[];
  readonly isRunning: boolean;
  onChange(text: string): void;
  onRun(text: string): void;
  complete(text: string, offset: number): Promise<Completions>;
}

const MOST_OFFERED = 8;
const LOOK = {
  keyword: 'text-vpc font-[550]',
  string: 'text-accept',
  number: 'text-accent',
  plain: '',
} as const;
const FONT = 'whitespace-pre-wrap break-words px-3 py-2 font-mono text-[12px] leading-[1.6]';

export function QueryBox({ text, problems, isRunning, onChange, onRun, complete }: QueryBoxProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [offered, setOffered] = useState<Completions>();
  const [at, setAt] = useState(0);
  const options = offered?.options.slice(0, MOST_OFFERED) ?? [];

  const ask = async (value: string, offset: number): Promise<void> => {
    const found = await complete(value, offset).catch(() => undefined);
    // Whoever has typed on meanwhile has asked again.
    if (area.current?.value !== value) return;
    const isOnlyWhatStands =
      found?.options.length === 1 && found.options[0]?.insert === value.slice(found.from, found.to);
    setOffered(found && found.to > found.from && !isOnlyWhatStands ? found : undefined);
    setAt(0);
  };
  const take = ({ insert }: Completion): void => {
    if (!offered) return;
    const next = text.slice(0, offered.from) + insert + text.slice(offered.to);
    const caret = offered.from + insert.length;
    onChange(next);
    setOffered(undefined);
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setOffered(undefined);
      onRun(text);
      return;
    }
    const chosen = options[at];
    if (!chosen) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen);
    else if (event.key === 'Escape') setOffered(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="space-y-1">
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1 rounded-control border border-edge bg-sunken">
          <pre aria-hidden="true" className={`${FONT} min-h-[4.8em]`}>
            {piecesOf(text, problems).map(({ text: piece, kind, isWrong, from }) => (
              <span
                key={from}
                className={`${LOOK[kind]} ${isWrong ? 'underline decoration-2 decoration-reject decoration-wavy' : ''}`}
              >
                {piece}
              </span>
            ))}
            {'\n'}
          </pre>
          <textarea
            ref={area}
            aria-label="CloudWatch Logs Insights query"
            aria-autocomplete="list"
            aria-controls={`${id}-options`}
            aria-activedescendant={options.length > 0 ? `${id}-${at}` : undefined}
            aria-invalid={problems.length > 0}
            aria-describedby={`${id}-problems`}
            spellCheck={false}
            autoCapitalize="off"
            value={text}
            onChange={(event) => {
              onChange(event.target.value);
              void ask(event.target.value, event.target.selectionStart);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOffered(undefined)}
            className={`${FONT} absolute inset-0 size-full resize-none overflow-hidden rounded-control bg-transparent text-transparent caret-ink`}
          />
          <div
            id={`${id}-options`}
            role="listbox"
            aria-label="Completions"
            hidden={options.length === 0}
            className="absolute top-full left-2 z-20 mt-0.5 max-w-full rounded-control border border-line bg-raised py-1 shadow-[0_8px_24px_rgb(0_0_0/.12)]"
          >
            {options.map((option, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the text area's
              <div
                key={`${option.kind} ${option.label}`}
                id={`${id}-${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(option)}
                className={`flex cursor-pointer gap-3 px-3 py-1 text-xs ${i === at ? 'bg-accent-soft' : ''}`}
              >
                <code className="font-[550]">{option.label}</code>
                <span className="truncate text-ink-3">{option.says}</span>
              </div>
            ))}
          </div>
        </div>
        <div className="flex flex-col items-stretch gap-1">
          <button
            type="button"
            onClick={() => onRun(text)}
            aria-keyshortcuts="Control+Enter"
            className="min-h-8 rounded-control border border-edge bg-surface px-3 font-semibold hover:border-accent pointer-coarse:min-h-11"
          >
            {isRunning ? 'Running…' : 'Run'}
          </button>
          <select
            aria-label="Sample queries"
            value=""
            onChange={(event) => onChange(SAMPLES[Number(event.target.value)]?.text ?? text)}
            className="w-24 rounded-control bg-surface py-1 text-accent text-xs pointer-coarse:min-h-11"
          >
            <option value="">Samples</option>
            {SAMPLES.map(({ says }, i) => (
              <option key={says} value={i}>
                {says}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ul id={`${id}-problems`} aria-live="polite" className="text-[13px]">
        {problems.map(({ from, message }) => (
          <li key={`${from} ${message}`}>
            <span className="text-ink-3">{placeOf(text, from)}:</span> {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "line 2, column 10" */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
