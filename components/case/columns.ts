/** Two columns where both find room: what is told and decided, and what is shown. */
export const COLUMNS =
  'gap-4 min-[1180px]:grid min-[1180px]:grid-cols-[clamp(20rem,33%,26.5rem)_minmax(0,1fr)]';
