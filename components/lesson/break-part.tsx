/** Try to break it: switches that are Changes, and what the world does in every position of them. Needs no script. */
import type { BrokenState } from '@/lib/core/lesson/part';
import { FRAME } from './prose';
import { VerdictText } from './verdict-part';

interface BreakPartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly says: string;
  readonly switches: readonly string[];
  /** One for each position: bit n is the nth switch. */
  readonly states: readonly BrokenState[];
}

export function BreakPart({ id, says, switches, states }: BreakPartProps) {
  return (
    <figure id={id} aria-label={`Try to break it: ${says}`} className={FRAME}>
      {/* Every position was played when the page was built; these rules show the one that is set. */}
      <style>{rulesOf(id, switches.length)}</style>
      <fieldset className="border-line border-b px-3.5 py-2">
        <legend className="float-left w-full font-semibold">Try to break it: {says}</legend>
        {switches.map((label, i) => (
          <label
            key={label}
            className="clear-both flex min-h-9 cursor-pointer items-center gap-2 text-[13px] pointer-coarse:min-h-11"
          >
            <input type="checkbox" id={`${id}-${i}`} className="size-4 shrink-0 accent-accent" />
            {label}
          </label>
        ))}
      </fieldset>
      <div role="status">
        {states.map((state, bits) => (
          <div key={stateId(id, bits)} id={stateId(id, bits)} className="hidden">
            {'issue' in state ? (
              <p className="px-3.5 py-3 text-[13px] text-ink-2">AWS would refuse this: {state.issue}.</p>
            ) : (
              <>
                <VerdictText scene={state} />
                <ul className="space-y-1 px-3.5 pb-3 text-[13px]">
                  {state.kinds.map(({ name, kinds }) => (
                    <li key={name}>
                      The log of <span className="font-semibold">{name}</span>:{' '}
                      {kinds.length > 0 ? kinds.join(', ') : 'no record of it'}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ))}
      </div>
    </figure>
  );
}

const stateId = (id: string, bits: number): string => `${id}-state-${bits}`;

function rulesOf(id: string, count: number): string {
  const positions = Array.from({ length: 2 ** count }, (_, bits) => bits);
  return positions
    .map((bits) => {
      const set = Array.from({ length: count }, (_, i) => {
        const isOn = (bits >> i) % 2 === 1;
        return `:has(#${id}-${i}${isOn ? ':checked' : ':not(:checked)'})`;
      });
      return `#${id}${set.join('')} #${stateId(id, bits)}{display:block}`;
    })
    .join('');
}
