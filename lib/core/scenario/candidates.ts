/** Every other way in which this very design could have failed for the same person, each as the whole world that would then be seen. */
import type { World } from '../simulate/world';
import type { Fault, Site } from './fault';
import type { FaultCase } from './fault-case';
import { FAULTS } from './faults/catalogue';
import { randomFrom } from './random';
import { OUR_READING } from './readings';
import type { Scenario } from './scenario';
import { runIntent } from './symptom';
import type { Ending } from './symptom-kind';
import { play } from './trial';

export interface Candidate {
  readonly fault: Fault;
  readonly site: Site;
  /** With the traffic of the case, and seen at the same moment. */
  readonly world: World;
}

/**
 * All that fit the ticket: the attempts fail as they do in the case. The true one is left out; elsewhere its fault may fit as well, and
 * another fault may come to the very same world. `isWanted`: only among these.
 */
export function candidatesOf(
  one: FaultCase,
  isWanted: (world: World) => boolean = () => true,
): readonly Candidate[] {
  const ending = endingIn(one, one.world);
  const truth = configurationOf(one.world);
  const fitting = FAULTS.filter(({ symptom }) => symptom === one.fault.symptom).flatMap((fault) =>
    fault
      .sites(one.path)
      .flatMap((site) =>
        DRAWS.map((draw): Candidate => ({ fault, site, world: brokenThere(one, site, draw) })),
      ),
  );
  const different = new Map(
    fitting.map((other) => [`${other.fault.id} ${configurationOf(other.world)}`, other]),
  );
  different.delete(`${one.fault.id} ${truth}`);
  return [...different.values()].filter(({ world }) => isWanted(world) && endingIn(one, world) === ending);
}

/** The same for an SSH question: the same address is dialled, and the attempts end alike. */
export function candidatesOfScenario({ broken, world, fault }: Scenario): readonly Candidate[] {
  const { random, path } = broken;
  const { connection } = runIntent(world);
  const fitting = FAULTS.filter(({ symptom }) => symptom === fault.symptom).flatMap((other) =>
    other.sites(path).map((site): Candidate => {
      const { Traffic, Now } = world;
      return { fault: other, site, world: { ...site.inject(random.fork(other.id)), Traffic, Now } };
    }),
  );
  const different = new Map(
    fitting.map((other) => [`${other.fault.id} ${configurationOf(other.world)}`, other]),
  );
  different.delete(`${fault.id} ${configurationOf(world)}`);
  return [...different.values()].filter((other) => runIntent(other.world).connection === connection);
}

/** Some faults are brought about in more than one way. */
const DRAWS = [1, 2];

/** Where the case began at a moment, so does this, if calls can bring it about; else it was so all along. */
function brokenThere({ world, watched, seed, path }: FaultCase, site: Site, draw: number): World {
  const { Traffic, Now } = world;
  if (watched && site.begins) {
    const At = new Date(watched.moment).toISOString();
    return { ...path.design.world, Timeline: [{ At, Changes: site.begins }], Traffic, Now };
  }
  return { ...site.inject(randomFrom(`${seed} ${site.at} ${draw}`)), Traffic, Now };
}

/** How the last attempt ends, after whatever began; nobody else talks. */
function endingIn({ broken }: FaultCase, world: World): Ending | undefined {
  return play({ ...world, Traffic: broken.Traffic }, OUR_READING.packetLaws).endings.at(-1)?.ending;
}

function configurationOf({ Traffic: _traffic, Now: _now, ...configuration }: World): string {
  return JSON.stringify(configuration);
}
