/** Moments in UTC, as everything in a flow log is. */

/** `10:02` */
export function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

/** `10:02:17` */
export function seconds(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}

/** `20 November 2026` */
export function day(time: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(time);
}

/** `20 Nov`: where the year stands beside it. */
export function dayOfYear(time: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(time);
}

/** `1,204` */
export function count(value: number): string {
  return new Intl.NumberFormat('en-GB').format(value);
}
