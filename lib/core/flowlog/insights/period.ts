/**
 * Stretches of time such as `5m`, and the boundaries they draw through time.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html
 */

type Unit = 'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'mo' | 'q' | 'y';

export interface Period {
  readonly count: number;
  readonly unit: Unit;
  /** What was asked for, where AWS counts no further than `count`. */
  readonly asked?: number;
}

/** The spellings of a unit; those of more than one letter may have an `s` behind them. */
const SPELLINGS: Readonly<Record<Unit, readonly string[]>> = {
  ms: ['ms', 'msec', 'millisecond'],
  s: ['s', 'sec', 'second'],
  m: ['m', 'min', 'minute'],
  h: ['h', 'hr', 'hour'],
  d: ['d', 'day'],
  w: ['w', 'week'],
  mo: ['mo', 'mon', 'month'],
  q: ['q', 'qtr', 'quarter'],
  y: ['y', 'yr', 'year'],
};

/** AWS counts no further than this in a unit: `bin(300s)` is a bin of 60 seconds. */
const MOST: Partial<Record<Unit, number>> = { ms: 1000, s: 60, m: 60, h: 24 };

const MILLISECONDS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
const MONTHS = { mo: 1, q: 3, y: 12 } as const;

/** 1970 began on a Thursday, and weeks begin on Monday (ISO 8601); AWS does not say when its weeks begin. */
const FIRST_MONDAY = 4 * MILLISECONDS.d;

/** `5m`, `1hour`; `undefined` for other units, zero and fractions. */
export function parsePeriod(text: string): Period | undefined {
  const parts = /^(\d{1,6})([a-z]+)$/.exec(text.toLowerCase());
  const asked = Number(parts?.[1]);
  const unit = unitNamed(parts?.[2] ?? '');
  if (!unit || asked === 0) return undefined;
  const count = Math.min(asked, MOST[unit] ?? asked);
  return count === asked ? { count, unit } : { count, unit, asked };
}

function unitNamed(name: string): Unit | undefined {
  const units = Object.keys(SPELLINGS) as Unit[];
  return units.find((unit) =>
    SPELLINGS[unit].some((spelling) => name === spelling || (spelling.length > 1 && name === `${spelling}s`)),
  );
}

/** The last boundary that is not after the time; in UTC. */
export function floorTo(time: number, { count, unit }: Period): number {
  if (unit === 'mo' || unit === 'q' || unit === 'y') {
    const date = new Date(time);
    const length = count * MONTHS[unit];
    const month = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
    return Date.UTC(1970, Math.floor(month / length) * length);
  }
  const length = count * MILLISECONDS[unit];
  const origin = unit === 'w' ? FIRST_MONDAY : 0;
  return Math.floor((time - origin) / length) * length + origin;
}

/** The first boundary that is not before the time. */
export function ceilTo(time: number, period: Period): number {
  const floor = floorTo(time, period);
  if (floor === time) return time;
  const { count, unit } = period;
  if (unit === 'mo' || unit === 'q' || unit === 'y') {
    const date = new Date(floor);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count * MONTHS[unit]);
  }
  return floor + count * MILLISECONDS[unit];
}
