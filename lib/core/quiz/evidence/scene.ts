/** Where evidence is taken: a broken world at the moment at which somebody looks, and the design that the drawing shows. */
import type { Stretch } from '../../flowlog/write';
import { dialledIn } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import type { Intent } from '../../scenario/intent';
import { ends } from '../../scenario/intent-path';
import { openWorld } from '../../scenario/open-world';
import { OUR_READING } from '../../scenario/readings';
import type { ParsedWorld } from '../../simulate/parse-world';
import { type Capture, simulate } from '../../simulate/simulate';
import type { World } from '../../simulate/world';
import { type Account, accountOf } from './account';
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
  /** Ids of offers that lie on the table already, and cost nothing. */
  readonly shown: readonly string[];
}

/** A scene with what was worked out of it: each part once, when it is first asked for. */
export interface OpenScene extends Scene {
  readonly before: () => Account;
  readonly now: () => Account;
  readonly played: () => { readonly world: ParsedWorld; readonly capture: Capture };
}

/** The log of the interface that the ticket is about lies on the table. */
export function sceneOf(one: FaultCase, without: Scene['without'] = []): OpenScene {
  const { world, path, stretch } = one;
  const { server, client } = ends(path);
  const target = (server ?? client)?.id;
  return openScene({
    world,
    designed: path.design.world,
    intent: dialledIn(one),
    stretch,
    without,
    shown: target === undefined ? [] : [`flow-log-query:${target}`],
  });
}

export function openScene(scene: Scene): OpenScene {
  return {
    ...scene,
    before: once(() => accountOf({ ...scene.designed, Now: scene.world.Now })),
    now: once(() => accountOf(scene.world)),
    played: once(() => {
      const world = openWorld(scene.world);
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
