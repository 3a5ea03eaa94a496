/** Cases of a rule that goes while somebody is logged in: what becomes of it is drawn first, then a way to it. */
import type { Random } from '../../scenario/random';
import { drawSession } from '../../scenario/session-case';
import type { SessionCut } from '../../scenario/session-cut';
import { askSession, type SessionQuestion } from '../kinds/what-becomes-of-it';
import type { Drawer } from './drawer';

const WAYS: readonly (readonly SessionCut[])[] = [['tracked'], ['untracked', 'network-acl'], ['redundant']];

export function sessionDrawer(ofSeed: Random): Drawer<SessionQuestion> {
  const ways = ofSeed.fork('end').pick(WAYS);
  return (random) => {
    const cut = random.fork('cut').pick(ways);
    const made = drawSession(cut, random.fork('case'));
    if (!made) return 'the design has no place for it';
    const question = askSession(made, random.fork('question'));
    return typeof question === 'string' ? question : { question, bites: cut !== 'redundant' };
  };
}
