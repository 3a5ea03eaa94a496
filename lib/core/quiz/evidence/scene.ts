/** Where evidence is taken: a broken world at the moment at which somebody looks, and the design that the drawing shows. */
import { invariant } from '../../assert';
import type { Stretch } from '../../flowlog/write';
import { dialledIn } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import type { Intent } from '../../scenario/intent';
import { OUR_READING } from '../../scenario/readings';
import type { Scenario } from '../../scenario/scenario';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';
import type { World } from '../../simulate/world';
import { type Account, accountOf, parsedOf } from './account';
import type { OfferKind } from './offer';

export interface Scene {
  readonly world: World;
  /** The design's own world: what is in it is known to be there, or to have been. */
  readonly designed: World;
  /** What is tried, with the address that is dialled in the broken world. */
  readonly intent: Intent;
  /** The stretch of the log that is asked for. */
  readonly stretch: Stretch;
  /** Kinds that would be the answer to what is asked. */
  readonly without: readonly OfferKind[];
}

/** A scene with what was worked out of it: each part once, when it is first asked for. */
export interface OpenScene extends Scene {
  readonly before: () => Account;
  readonly now: () => Account;
  readonly played: () => { readonly world: ParsedWorld; readonly capture: Capture };
}

export function sceneOf(one: FaultCase, without: Scene['without'] = []): OpenScene {
  const { world, path, stretch } = one;
  return openScene({ world, designed: path.design.world, intent: dialledIn(one), stretch, without });
}

export function sceneOfScenario({ world, design, from, to }: Scenario): OpenScene {
  const [intent] = design.intents;
  invariant(intent, 'the design is about one intent');
  const dialled = world.Traffic?.[0]?.To ?? intent.to;
  return openScene({
    world,
    designed: design.world,
    intent: { ...intent, to: dialled },
    stretch: { from, to },
    without: [],
  });
}

export function openScene(scene: Scene): OpenScene {
  return {
    ...scene,
    before: once(() => accountOf({ ...scene.designed, Now: scene.world.Now })),
    now: once(() => accountOf(scene.world)),
    played: once(() => {
      const world = parsedOf(scene.world);
      return { world, capture: simulate(world, OUR_READING.packetLaws) };
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
