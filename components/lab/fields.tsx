'use client';
/** The form's fields: each with its label above it, high enough for a finger. */
import type { ReactNode } from 'react';

const CONTROL =
  'min-h-9 w-full rounded-control border border-edge bg-surface px-2 text-[13px] pointer-coarse:min-h-11';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

export function TextField({ label, value, onChange, hint }: FieldProps & { readonly hint?: string }) {
  return (
    <label className="block min-w-0 text-xs">
      <span className="text-ink-3">{label}</span>
      <input
        value={value}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
        className={`${CONTROL} font-mono`}
      />
    </label>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

/** Beside a name stands the id of what has one: two things may be called alike. */
const AWS_ID = /^[a-z]+-[0-9a-f]{8,}$/;

export function ChoiceField({ label, value, onChange, options }: ChoiceProps) {
  return (
    <label className="block min-w-0 text-xs">
      <span className="text-ink-3">{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)} className={CONTROL}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {AWS_ID.test(id) && name !== id ? `${name} · ${id}` : name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LineFormProps {
  readonly title: string;
  readonly action: string;
  /** Why it cannot be written yet; the button says so instead of being disabled. */
  readonly problem: string | undefined;
  onSubmit(): void;
  readonly children: ReactNode;
}

export function LineForm({ title, action, problem, onSubmit, children }: LineFormProps) {
  return (
    <form
      className="border-line border-t px-3.5 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <fieldset>
        <legend className="mb-1.5 font-semibold text-[13px]">{title}</legend>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] items-end gap-2">
          {children}
          <button
            type="submit"
            className="min-h-9 rounded-control border border-accent px-3 font-semibold text-accent text-[13px] hover:bg-accent-soft pointer-coarse:min-h-11"
          >
            {action}
          </button>
        </div>
        {problem && (
          <p role="alert" className="mt-1.5 text-[13px]">
            {problem}
          </p>
        )}
      </fieldset>
    </form>
  );
}
