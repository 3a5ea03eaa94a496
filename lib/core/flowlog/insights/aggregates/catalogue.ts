/** All aggregations of `stats`, by name in any case. */
import type { Aggregate } from './aggregate';
import { EVENT_AGGREGATES } from './event';
import { NUMBER_AGGREGATES } from './number';

export const AGGREGATES: readonly Aggregate[] = [...EVENT_AGGREGATES, ...NUMBER_AGGREGATES];

const BY_NAME = new Map(AGGREGATES.map((each) => [each.name.toLowerCase(), each]));

export function aggregateNamed(name: string): Aggregate | undefined {
  return BY_NAME.get(name.toLowerCase());
}
