/**
 * A repair, judged by what it does: it is made on the broken world and everything is tried again. Gates first (what was asked for
 * passes, what is protected stays shut, what worked goes on working), then how little it gives away.
 */
import type { ApiError } from '../../ec2/actions/outcome';
import type { WorldOpening } from '../../explain/audit';
import { type FilterGrant, filterGrants } from '../../reach/grant';
import type { Intent } from '../../scenario/intent';
import { askerOf } from '../../scenario/intent-path';
import { openWorld } from '../../scenario/open-world';
import { applyChanges } from '../../simulate/change';
import type { ParsedWorld } from '../../simulate/parse-world';
import type { Probe } from '../../simulate/probe';
import type { Change, World } from '../../simulate/world';
import type { Network } from '../../vpc/network';
import { excessBits, leastPrivilege } from '../score/least-privilege';
import { worldOpenings } from './audit';
import { needlessIn } from './needless';
import { needsOf } from './needs';
import { passes } from './passes';
import type { RepairTask } from './repair-task';

export type RepairVerdict = RefusedRepair | JudgedRepair;

/** A call that cannot be made: nothing was changed. */
export interface RefusedRepair {
  readonly kind: 'refused';
  /** Place in the list of changes, AWS's code, and what is wrong. */
  readonly error: ApiError & { readonly index: number };
  readonly credit: 0;
}

export interface JudgedRepair {
  readonly kind: 'judged';
  readonly repaired: World;
  readonly wanted: readonly Tried[];
  /** Protected, and open now. */
  readonly opened: readonly Tried[];
  /** Worked before, and no longer. */
  readonly broken: readonly Tried[];
  readonly grants: readonly JudgedGrant[];
  /** What is open to the whole world now and was not before. */
  readonly openings: readonly WorldOpening[];
  /** Rules too many: places in the list of changes, pairs of a network ACL together, without which everything that is wanted passes too. */
  readonly needless: readonly (readonly number[])[];
  /** 0 to 1, as if all gates were passed. */
  readonly leastPrivilege: number;
  /** What is wanted passes, whatever else does. */
  readonly brings: boolean;
  /** All gates passed. */
  readonly mends: boolean;
  /** 0 to 1. */
  readonly credit: number;
}

export interface Tried {
  readonly intent: Intent;
  readonly attempt: Probe;
}

export interface JudgedGrant extends FilterGrant {
  /** How often what was needed was doubled. */
  readonly excessBits: number;
}

export function gradeRepair(task: RepairTask, changes: readonly Change[]): RepairVerdict {
  const applied = applyChanges(task.broken, changes);
  if ('error' in applied) return { kind: 'refused', error: applied.error, credit: 0 };
  const repaired = applied.world;
  const [before, after] = [openWorld(task.broken), openWorld(repaired)];
  const attempt = askerOf(after);
  const tried = (intent: Intent): Tried => ({
    intent,
    attempt: attempt(dialled(task, repaired, intent)),
  });
  const wanted = task.wanted.map(tried);
  const open = task.protectedFlows.map(tried).filter((one) => passes(one.attempt));
  const broken = task.working.map(tried).filter((one) => !passes(one.attempt));
  const grants = grantsOf(before, after, wanted, task.designed);
  const needless = needlessIn(changes, (some) => servesAll(task, some));
  const privilege = leastPrivilege(
    grants.map(({ granted, needed }) => ({ granted: granted.size, needed: needed.size })),
    needless.length,
  );
  const isWanted = wanted.every((one) => passes(one.attempt)) && (task.isMendedBy?.(changes) ?? true);
  const mends = isWanted && open.length === 0 && broken.length === 0;
  return {
    kind: 'judged',
    repaired,
    wanted,
    opened: open,
    broken,
    grants,
    openings: worldOpenings(after, grants),
    needless,
    leastPrivilege: privilege,
    brings: isWanted,
    mends,
    credit: mends ? privilege : 0,
  };
}

function grantsOf(
  { network: before }: ParsedWorld,
  { network: after }: ParsedWorld,
  wanted: readonly Tried[],
  designed: Network | undefined,
): readonly JudgedGrant[] {
  return filterGrants(
    before,
    after,
    wanted.flatMap(({ attempt }) => needsOf(attempt)),
    designed,
  ).map((grant) => ({
    ...grant,
    excessBits: excessBits({ granted: grant.granted.size, needed: grant.needed.size }),
  }));
}

function servesAll(task: RepairTask, changes: readonly Change[]): boolean {
  const applied = applyChanges(task.broken, changes);
  if ('error' in applied) return false;
  // What a single attempt does not show has to be played.
  if (task.wanted.length === 0) return task.isMendedBy?.(changes) ?? true;
  const attempt = askerOf(openWorld(applied.world));
  return task.wanted.every((intent) => passes(attempt(dialled(task, applied.world, intent))));
}

/** The intent as it is tried in the repaired world, which may have given the server another address. */
function dialled(task: RepairTask, repaired: World, intent: Intent): Intent {
  return { ...intent, to: task.dialledAfter?.(repaired, intent) ?? intent.to };
}
