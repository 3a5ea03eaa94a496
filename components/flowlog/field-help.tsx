/** A column head in AWS's own words; what the field means opens on hover, focus and tap, without a script. */
import { fieldNamed } from '@/lib/core/flowlog/fields';

interface FieldHelpProps {
  readonly name: string;
  /** Unique on the page: the same field may head several tables. */
  readonly scope: string;
  readonly align?: 'left' | 'right';
}

export function FieldHelp({ name, scope, align = 'left' }: FieldHelpProps) {
  const id = `${scope}-${name}`;
  const means = fieldNamed(name)?.means;
  if (!means) return <span>{name}</span>;
  return (
    <span className="relative inline-block">
      <button
        type="button"
        aria-describedby={id}
        className="peer cursor-help border-ink-3 border-b border-dotted font-[550]"
      >
        {name}
      </button>
      <span
        role="tooltip"
        id={id}
        className={`invisible absolute top-full z-10 mt-1 w-56 rounded-control border border-line bg-raised p-2.5 text-left font-normal text-ink-2 text-xs leading-normal opacity-0 peer-hover:visible peer-hover:opacity-100 peer-focus:visible peer-focus:opacity-100 ${align === 'right' ? 'right-0' : 'left-0'}`}
      >
        {means}
      </span>
    </span>
  );
}
