/** One judgement about packets under way: what passes goes on, what is refused is gone, or goes on with its obstacle waived. */
import type { PacketSet } from '../../net/packet-set';
import { countOf, isSubset, type Obstacle } from '../blockers/obstacle';
import { type Flow, mapFlow, narrow, type Part, pruned, without } from '../flow';
import type { Search } from '../search';
import type { Stop, WaivedObstacle, Way } from '../way';

/** By what it accepts, or by what it refuses. */
export type Check = CheckedSet & {
  /** Why packets are refused; undefined: so that nothing can be done about it. */
  readonly obstacle?: (refused: PacketSet) => Obstacle | undefined;
};

type CheckedSet =
  | { readonly accepts: PacketSet; readonly refuses?: never }
  | { readonly accepts?: never; readonly refuses: PacketSet };

export interface Judgement extends Pick<Stop, 'component' | 'kind' | 'direction' | 'decidedBy' | 'at'> {
  /** What is asked, in this order. */
  readonly checks: readonly Check[];
  /** What becomes of what passes; `waived` tells packets apart for which something was waived. */
  readonly translate?: (packets: PacketSet, waived: bigint) => PacketSet;
}

/** The way behind this stop; undefined where nothing is left. */
export function judge(search: Search, way: Way, judgement: Judgement): Way | undefined {
  const { component, kind, direction, decidedBy, at, checks, translate } = judgement;
  const waived: WaivedObstacle[] = [];
  const passed = search.waiving ? waive(search, way.flow, checks, waived) : strictly(way.flow, checks);
  const translated =
    translate &&
    pruned(passed.map(({ waived: mask, packets }) => ({ waived: mask, packets: translate(packets, mask) })));
  const stop: Stop = {
    component,
    kind,
    direction,
    decidedBy,
    at,
    before: way.last,
    leg: way.leg,
    judged: way.flow,
    passed,
    translated,
    waived,
  };
  search.observe?.(stop, way);
  const flow = translated ?? passed;
  if (flow.length === 0 || search.shuns.has(component)) return undefined;
  return { ...way, flow, last: stop };
}

/** As `judge`, where only a refusal is worth a note: what passes goes on as it came. */
export function judgeRefusals(search: Search, way: Way, judgement: Judgement): readonly Way[] {
  const accepted = judgement.checks.reduce(acceptedBy, search.space.everything);
  const passed = { ...way, flow: narrow(way.flow, accepted) };
  const refused = { ...way, flow: without(way.flow, accepted) };
  const waived = refused.flow.length > 0 ? judge(search, refused, judgement) : undefined;
  return [passed, waived].flatMap((some) => (some && some.flow.length > 0 ? [some] : []));
}

function strictly(flow: Flow, checks: readonly Check[]): Flow {
  return checks.reduce((left, check) => mapFlow(left, (packets) => acceptedBy(packets, check)), flow);
}

function acceptedBy(packets: PacketSet, { accepts, refuses }: Check): PacketSet {
  return accepts ? packets.intersect(accepts) : packets.subtract(refuses);
}

function refusedBy(packets: PacketSet, { accepts, refuses }: Check): PacketSet {
  return accepts ? packets.subtract(accepts) : packets.intersect(refuses);
}

function waive(search: Search, flow: Flow, checks: readonly Check[], waived: WaivedObstacle[]): Flow {
  let parts: readonly Part[] = flow;
  for (const check of checks) {
    const next: Part[] = [];
    for (const part of parts) {
      const accepted = acceptedBy(part.packets, check);
      if (accepted === part.packets) {
        next.push(part);
        continue;
      }
      if (!accepted.isEmpty) next.push({ waived: part.waived, packets: accepted });
      const refused = refusedBy(part.packets, check);
      const why = check.obstacle?.(refused);
      if (!why) continue;
      const mask = waivedWith(search, part.waived, why);
      if (mask === undefined) continue;
      waived.push({ bit: mask.bit, obstacle: why });
      next.push({ waived: mask.all, packets: refused });
    }
    parts = pruned(next);
  }
  return parts;
}

/** undefined: too many obstacles, or as many as somebody has already got through with. */
function waivedWith(
  { waiving }: Search,
  before: bigint,
  obstacle: Obstacle,
): { readonly bit: bigint; readonly all: bigint } | undefined {
  if (!waiving) return undefined;
  const bit = waiving.obstacles.bitOf(obstacle);
  const all = before | bit;
  if (waiving.found.some((found) => isSubset(found, all))) return undefined;
  if (countOf(all) > waiving.most) {
    waiving.givenUp.push(all);
    return undefined;
  }
  return { bit, all };
}
