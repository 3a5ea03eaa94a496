/** A column head in AWS's own words; what the field means opens on hover, focus and tap, without a script. */
import { fieldNamed } from '@/lib/core/flowlog/fields';

interface FieldHelpProps {
  readonly name: string;
  /** Unique on the page: the same field may head several tables. */
  readonly scope: string;
  readonly align?: 'left' | 'right';
}

/**
 * What is hidden takes no room (`hidden`, not `invisible`): it would widen the region that scrolls. In a narrow table the
 * help spans the whole head, in a wide one it hangs on its word.
 */
export function FieldHelp({ name, scope, align = 'left' }: FieldHelpProps) {
  const id = `${scope}-${name}`;
  const means = fieldNamed(name)?.means;
  if (!means) return <span>{name}</span>;
  return (
    <span className="group/help inline-block @lg/records:relative">
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
        className={`absolute top-full z-10 hidden whitespace-normal pt-1 text-left font-normal text-ink-2 text-xs leading-normal peer-focus:block group-hover/help:block @max-lg/records:inset-x-3 @lg/records:w-56 ${align === 'right' ? '@lg/records:right-0' : '@lg/records:left-0'}`}
      >
        <span className="block rounded-control border border-line bg-raised p-2.5">{means}</span>
      </span>
    </span>
  );
}
