/** How prose from MDX is set: it comes without classes. */
export const PROSE =
  'space-y-4 text-[15px] [&>span]:block leading-relaxed text-ink-2 [&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_code]:text-[13px] [&_code]:text-ink [&_h2]:pt-5 [&_h2]:font-[640] [&_h2]:text-[19px] [&_h2]:text-ink [&_h2]:leading-snug [&_h3]:pt-2 [&_h3]:font-[620] [&_h3]:text-[16px] [&_h3]:text-ink [&_ol>li]:ml-5 [&_ol>li]:list-decimal [&_ol]:space-y-1.5 [&_strong]:font-semibold [&_strong]:text-ink [&_ul>li]:ml-5 [&_ul>li]:list-disc [&_ul]:space-y-1.5';

/** Set apart from the prose around it, and not styled by it. */
export const FRAME =
  'min-w-0 overflow-hidden rounded-panel border border-line bg-surface text-[14px] text-ink leading-normal';
