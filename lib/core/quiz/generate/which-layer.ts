/** Cases of the SSH question: half of the time or more its log is not silent, and the belief has nothing to go wrong on. */
import { undiagnosableScenario } from '../../scenario/diagnosable';
import { drawScenario } from '../../scenario/generate';
import { ask, type WhichLayerQuestion } from '../kinds/which-layer';
import type { Drawer } from './drawer';

export function layerDrawer(seed: string): Drawer<WhichLayerQuestion> {
  return (random) => {
    const scenario = drawScenario(seed, random);
    if (!scenario) return 'its key hangs on a reading';
    const obvious = undiagnosableScenario(scenario);
    if (obvious) return obvious;
    const question = ask(scenario);
    return { question, bites: question.evidence.signature === 'silent' };
  };
}
