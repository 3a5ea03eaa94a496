/** What people wrongly believe of the memory of security groups. */
import { SG_IDLE, SG_OUTLIVES_RULE, SG_UNTRACKED } from '../../rules/connection-tracking';
import { wrongLaw } from '../belief';

export const removingARuleCutsAtOnce = wrongLaw({
  id: 'removing-a-rule-cuts-at-once',
  says: 'Remove the rule of the security group, and every session that it let in is cut.',
  truth: 'A tracked connection goes on without its rule until it ends or is idle for too long.',
  rules: [SG_OUTLIVES_RULE],
  traps: ['tracked-sessions-live-on'],
  laws: () => ({ outlivesItsRule: () => false }),
});

export const removingARuleNeverCuts = wrongLaw({
  id: 'removing-a-rule-never-cuts',
  says: 'Security groups are stateful, so what is established always outlives the rule that let it in.',
  truth:
    'What is open to everybody both ways is not tracked, and stops with the first packet after its rule is gone.',
  rules: [SG_UNTRACKED],
  traps: ['tracked-sessions-live-on'],
  laws: () => ({ opensTrackedConnection: () => true }),
});

export const trackedForever = wrongLaw({
  id: 'tracked-forever',
  says: 'A security group remembers a connection until one of its ends closes it.',
  truth: 'A security group forgets a connection on which nothing was sent for its idle time-out.',
  rules: [SG_IDLE],
  traps: ['tracked-sessions-live-on'],
  laws: () => ({ idleTimeout: () => Number.POSITIVE_INFINITY }),
});
