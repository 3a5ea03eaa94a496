/**
 * How hard a case is to find out, from what has to be thought of and from no name: the radicals of item models
 * (https://www.mdpi.com/2079-3200/13/8/102), each with its weight. The sum is a difficulty in logits from which a rating can
 * start; the weights are ours until answers have been counted.
 */
import { works } from '../simulate/outcome';
import type { FaultCase } from './fault-case';
import { type IntentPath, met, passedOnBy, translates } from './intent-path';
import { stoppedIn } from './repairs-at';
import { rivalsOf } from './rivals';

export interface Radicals {
  /** Components that the request and its answer pass. */
  readonly hops: number;
  /** How often a network ACL is asked, which remembers nothing: each time both ways have to be thought of. */
  readonly stateless: number;
  /** The request arrives, and the answer does not. */
  readonly returnDecides: boolean;
  /** Addresses change on the way: a NAT gateway, or an instance that does its work. */
  readonly isTranslated: boolean;
  /** Faults of other kinds that would end in the same symptom. */
  readonly plausible: number;
  /** Things wrong at once, beyond the first. */
  readonly more: number;
  /** Oddities that do no harm. */
  readonly decoys: number;
  /** It began at a moment, so that one log tells of two states. */
  readonly began: boolean;
}

export const WEIGHTS = {
  /** For each doubling of the shortest way there is, four components there and back. */
  hops: 0.5,
  /** For each doubling of the questions to network ACLs. */
  stateless: 0.2,
  returnDecides: 0.6,
  isTranslated: 0.4,
  /** For each doubling of what has to be ruled out. */
  plausible: 0.3,
  /** Whoever finds one thing has to go on looking. */
  more: 1.2,
  decoy: 0.15,
  began: 0.2,
} as const;

const SHORTEST = 4;

export function difficultyOf(radicals: Radicals): number {
  const { hops, stateless, returnDecides, isTranslated, plausible, more, decoys, began } = radicals;
  return (
    WEIGHTS.hops * Math.log2(Math.max(SHORTEST, hops) / SHORTEST) +
    WEIGHTS.stateless * Math.log2(1 + stateless) +
    (returnDecides ? WEIGHTS.returnDecides : 0) +
    (isTranslated ? WEIGHTS.isTranslated : 0) +
    WEIGHTS.plausible * Math.log2(1 + plausible) +
    WEIGHTS.more * more +
    WEIGHTS.decoy * decoys +
    (began ? WEIGHTS.began : 0)
  );
}

/** What the way of an intent asks of whoever follows it, whatever is wrong. */
export function radicalsOfPath(path: IntentPath): Radicals {
  const { legs, design } = path;
  const router = passedOnBy(path);
  const legsOf = ['forward', 'return'] as const;
  return {
    hops: legs.forward.length + legs.return.length,
    stateless: legsOf.flatMap((leg) => met(path, leg, 'network-acl')).length,
    returnDecides: false,
    isTranslated:
      legsOf.some((leg) => met(path, leg, 'nat-gateway').length > 0) ||
      (router !== undefined && translates(path, router)),
    plausible: 0,
    more: 0,
    decoys: design.decoys ?? 0,
    began: false,
  };
}

/** `more`: things wrong beyond the case's own fault. Whoever may be to blame is played, once for a case. */
export function radicalsOf(one: FaultCase, more = 0): Radicals {
  return {
    ...radicalsBeforeRivals(one, more),
    plausible: new Set(rivalsOf(one).map(({ fault }) => fault.id)).size,
  };
}

/** All but the plausible faults, which take the longest to count. */
export function radicalsBeforeRivals(one: FaultCase, more = 0): Radicals {
  const probed = stoppedIn(one);
  const fails = probed !== undefined && !works(probed.connection);
  return {
    ...radicalsOfPath(one.path),
    returnDecides: fails && probed.decidedBy?.leg === 'return',
    more,
    began: one.watched !== undefined,
  };
}
