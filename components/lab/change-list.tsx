'use client';
/** The repair so far, line by line with its sign; each line can be taken back, and the whole be typed. */
import { useEffect, useId, useState } from 'react';
import { Icon } from '../ui/icon';
import { SwitchView } from '../ui/switch-view';
import { isRemoval } from './lines';

interface ChangeListProps {
  readonly lines: readonly string[];
  readonly issues: readonly { readonly line: number; readonly message: string }[];
  onLines(lines: readonly string[]): void;
}

const VIEWS = [
  { value: 'changes', label: 'Changes' },
  { value: 'cli', label: 'CLI' },
];

export function ChangeList({ lines, issues, onLines }: ChangeListProps) {
  const name = useId();
  const [view, setView] = useState('changes');
  const [typed, setTyped] = useState('');
  const whole = lines.join('\n');
  useEffect(() => setTyped(whole), [whole]);
  return (
    <section aria-labelledby={`${name}-title`} className="border-line border-t px-3.5 py-3">
      <div className="mb-1.5 flex items-center gap-3">
        <h3 id={`${name}-title`} className="mr-auto font-semibold text-[13px]">
          Your change as AWS CLI lines
        </h3>
        <SwitchView name={name} label="Write changes by" options={VIEWS} onChange={setView} />
      </div>
      {view === 'cli' ? (
        <textarea
          aria-label="AWS CLI lines, one call each"
          spellCheck={false}
          value={typed}
          rows={Math.max(4, typed.split('\n').length + 1)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed !== whole && onLines(typed.split('\n').filter((line) => line.trim() !== ''))}
          className="w-full rounded-control border border-edge bg-sunken px-3 py-2 font-mono text-[12px]"
        />
      ) : lines.length === 0 ? (
        <p className="text-ink-3 text-[13px]">
          Nothing is changed yet. Forms write here, and you can type lines.
        </p>
      ) : (
        <ol className="rounded-control bg-sunken py-1">
          {lines.map((line, i) => {
            const key = `${i} ${line}`;
            const isMinus = isRemoval(line);
            return (
              <li key={key} className="flex items-start gap-2 px-2 py-0.5 font-mono text-[12px]">
                <span className={`w-3 shrink-0 font-semibold ${isMinus ? 'text-reject' : 'text-accept'}`}>
                  <span aria-hidden="true">{isMinus ? '−' : '+'}</span>
                  <span className="sr-only">{isMinus ? 'takes away:' : 'adds:'}</span>
                </span>
                <span className="min-w-0 flex-1 break-words">{line}</span>
                <button
                  type="button"
                  aria-label={`Take back line ${i + 1}`}
                  onClick={() => onLines(lines.filter((_, at) => at !== i))}
                  className="grid size-6 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface pointer-coarse:size-11"
                >
                  <Icon name="close" size={12} />
                </button>
              </li>
            );
          })}
        </ol>
      )}
      <ul aria-live="polite" className="mt-1 text-[13px]">
        {issues.map(({ line, message }) => (
          <li key={`${line} ${message}`}>
            <span className="text-ink-3">line {line}:</span> {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
