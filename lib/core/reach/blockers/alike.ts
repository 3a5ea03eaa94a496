/**
 * Where packets go from here follows from where they are and from what is remembered of them, not from how they came:
 * alternative ways that agree in that go on alike, whatever was waived on each of them, and are walked once.
 */

import { eachOf } from '../chain';
import type { Flow } from '../flow';
import type { Onward } from '../motion';
import type { Stop, Way } from '../way';
import { countOf, isSubset } from './obstacle';

/** What a search that waives obstacles has come to know. */
export interface Waived {
  /** More obstacles than this, and a path is none that anybody would mend. */
  readonly most: number;
  /** Sets of obstacles behind which the goal was reached: whoever has waived as many or more has nothing to add. */
  readonly found: bigint[];
  /** Sets with more obstacles than `most`, not followed any further. */
  readonly givenUp: bigint[];
}

/** `found`: what has been found already, of what is waived from here on. */
type GoOn = (way: Way, found: bigint[]) => Iterable<Onward>;

interface Known {
  /** The last stop of the way that was walked. */
  readonly since: Stop | undefined;
  readonly onwards: readonly Onward[];
}

export class Alike {
  readonly #ids = new Map<object, number>();
  readonly #known = new Map<string, Known>();

  /** As `goOn`, one by one; `where` and `how` name what else it depends on. */
  *from(waived: Waived, way: Way, where: object, how: string, goOn: GoOn): Generator<Onward> {
    const [part, ...others] = way.flow;
    const key = part && others.length === 0 ? this.#keyOf(way, where, how) : undefined;
    if (!part || key === undefined) {
      yield* goOn(way, waived.found);
      return;
    }
    const known = this.#known.get(key);
    if (known) {
      for (const onward of known.onwards) {
        const flow = together(waived, part.waived, onward.way.flow);
        if (flow.length > 0) yield rebased(onward, flow, known.since, way);
      }
      return;
    }
    // The sets found so far speak of the whole way.
    const found: bigint[] = [];
    const onwards: Onward[] = [];
    for (const onward of goOn({ ...way, flow: [{ waived: 0n, packets: part.packets }] }, found)) {
      onwards.push(onward);
      for (const { waived: mask } of onward.way.flow) found.push(mask);
      const flow = together(waived, part.waived, onward.way.flow);
      if (flow.length > 0) yield { way: { ...onward.way, flow }, motion: onward.motion };
    }
    this.#known.set(key, { since: way.last, onwards });
  }

  /** undefined where more is remembered than packets that crossed interfaces. */
  #keyOf(way: Way, where: object, how: string): string | undefined {
    const { leg, flow, crossings, sessions, zones, returnsToSender } = way;
    if (sessions || zones.size > 0 || returnsToSender.size > 0) return undefined;
    let key = `${how} ${leg} ${this.#idOf(where)} ${this.#idOfFlow(flow)}`;
    for (const crossing of eachOf(crossings))
      key += ` ${this.#idOf(crossing.station)} ${crossing.leg} ${crossing.direction} ${this.#idOfFlow(crossing.flow)}`;
    return key;
  }

  #idOfFlow(flow: Flow): string {
    return flow.map(({ packets }) => this.#idOf(packets)).join('+');
  }

  #idOf(object: object): number {
    let id = this.#ids.get(object);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(object, id);
    }
    return id;
  }
}

function together({ found, most, givenUp }: Waived, before: bigint, flow: Flow): Flow {
  return flow
    .map(({ waived, packets }) => ({ waived: waived | before, packets }))
    .filter(({ waived }) => {
      if (found.some((one) => isSubset(one, waived))) return false;
      if (countOf(waived) <= most) return true;
      givenUp.push(waived);
      return false;
    });
}

/** The same stops behind another way; a leg's first stops have nothing behind them, and are shared. */
function rebased(
  { way, motion }: Onward,
  flow: Flow,
  since: Stop | undefined,
  { last, turnedAt }: Way,
): Onward {
  return {
    way: { ...way, flow, last: since === last ? way.last : moved(way, since, last), turnedAt },
    motion,
  };
}

function moved(way: Way, since: Stop | undefined, last: Stop | undefined): Stop | undefined {
  const stops: Stop[] = [];
  for (let stop = way.last; stop && stop !== since; stop = stop.before) stops.push(stop);
  return stops.reduceRight<Stop | undefined>((before, stop) => ({ ...stop, before }), last);
}
