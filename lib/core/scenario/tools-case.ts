/** What the two tools say of a case: the analyzer of the configuration, the flow log of what happened. Both are run. */

import { askAnalyzer } from './ask-analyzer';
import type { Sign } from './belief';
import { dialledIn } from './blame';
import type { FaultCase } from './fault-case';
import { ends } from './intent-path';
import { openWorld } from './open-world';
import { READINGS, type Reading } from './readings';
import { signUnder } from './sign';

export interface ToolsSay {
  readonly analyzer: 'reachable' | 'not-reachable';
  /** Records of the attempts at the interface that they are meant for. */
  readonly log: Sign['records'];
}

/** undefined: the analyzer cannot be asked, nobody inside is meant, or what is written hangs on one of these readings. */
export function toolsSay(one: FaultCase, readings: readonly Reading[] = READINGS): ToolsSay | undefined {
  const { server } = ends(one.path);
  if (!server) return undefined;
  const asked = askAnalyzer(openWorld(one.broken), dialledIn(one));
  if ('cannot' in asked) return undefined;
  const logs = new Set(readings.map((reading) => signUnder(one, reading).records));
  const [log] = logs;
  if (log === undefined || logs.size > 1) return undefined;
  return { analyzer: asked.analysis.NetworkPathFound ? 'reachable' : 'not-reachable', log };
}
