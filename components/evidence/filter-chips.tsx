'use client';
/** What is let through of a log: a chip for each condition, and a form that adds one. */
import { useId, useState } from 'react';
import type { WrittenRecord } from '@/lib/core/flowlog/record';
import { Icon } from '../ui/icon';
import { CHIP_FIELDS, type Chip, valuesOf } from './filter';

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly records: readonly WrittenRecord[];
  onChange(chips: readonly Chip[]): void;
}

const CHIP =
  'inline-flex min-h-7 items-center gap-1.5 rounded-node border border-edge px-2 text-xs pointer-coarse:min-h-11';

export function FilterChips({ chips, records, onChange }: FilterChipsProps) {
  const id = useId();
  const [field, setField] = useState<string>('address');
  const [value, setValue] = useState('');
  const add = (): void => {
    const text = value.trim();
    if (text === '') return;
    onChange([
      ...chips.filter((chip) => chip.field !== field || chip.value !== text),
      { field, value: text },
    ]);
    setValue('');
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <button
          key={`${chip.field} ${chip.value}`}
          type="button"
          aria-label={`Remove the filter ${chip.field} ${chip.value}`}
          onClick={() => onChange(chips.filter((one) => one !== chip))}
          className={`${CHIP} bg-surface hover:border-accent`}
        >
          <span className="text-ink-3">{chip.field}</span> <code>{chip.value}</code>{' '}
          <Icon name="close" size={12} />
        </button>
      ))}
      <form
        className="inline-flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <select
          aria-label="Field to filter by"
          value={field}
          onChange={(event) => setField(event.target.value)}
          className={`${CHIP} bg-surface`}
        >
          {CHIP_FIELDS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <input
          aria-label={`Value of ${field}`}
          data-filter=""
          list={id}
          value={value}
          onChange={(event) => setValue(event.target.value)}
          className={`${CHIP} w-32 bg-surface font-mono`}
        />
        <datalist id={id}>
          {valuesOf(records, field)
            .slice(0, 30)
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <button type="submit" className={`${CHIP} border-dashed hover:border-accent`}>
          <Icon name="plus" size={12} /> filter
        </button>
      </form>
    </div>
  );
}
