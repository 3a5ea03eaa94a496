/** Cases of an address that gets through: by the door that everybody needs, or by one that nobody does. */
import { drawExposure } from '../../scenario/exposure-case';
import type { Random } from '../../scenario/random';
import { askWhatKeepsOut, type KeepOutQuestion } from '../kinds/what-keeps-out';
import type { Drawer } from './drawer';

export function exposureDrawer(ofSeed: Random): Drawer<KeepOutQuestion> {
  const door = ofSeed.fork('door').pick(['shared', 'forgotten'] as const);
  return (random) => {
    const made = drawExposure(door, random.fork('case'));
    if (!made) return 'the design has no place for it';
    const question = askWhatKeepsOut(made, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: door === 'shared' };
  };
}
