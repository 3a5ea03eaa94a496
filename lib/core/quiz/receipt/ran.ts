/** Which runs a verdict rests on, for every kind of question: the world as it is, and each change that was judged. */
import { assertNever } from '../../assert';
import { counterfactual } from '../../scenario/counterfactual';
import type { FaultCase } from '../../scenario/fault-case';
import { LAYERS } from '../../scenario/layer';
import { applyChanges } from '../../simulate/change';
import type { Change, TrafficDocument, World } from '../../simulate/world';
import type { Answer } from '../answer';
import { choicesOf } from '../choices';
import { repairsOf } from '../kinds/diagnose';
import type { RepairQuestion } from '../kinds/repair';
import type { KeepOutQuestion } from '../kinds/what-keeps-out';
import type { WhichLayerQuestion } from '../kinds/which-layer';
import type { Question } from '../question';
import type { Run } from './receipt';

type Planned = Omit<Run, 'outcome'>;
export interface Plan {
  readonly world: World | undefined;
  readonly runs: readonly Planned[];
}

export function planOf(question: Question | RepairQuestion, answer: Answer): Plan {
  switch (question.kind) {
    case 'which-layer':
      return ofLayer(question);
    case 'which-repair':
    case 'choose-two':
    case 'which-log-call':
      return ofFault(
        question.case,
        question.options.flatMap(({ changes }, i) =>
          changes ? [{ id: choicesOf(question)[i]?.id ?? '', changes }] : [],
        ),
      );
    case 'diagnose':
      return ofFault(question.case, [{ id: 'what mends it', changes: repairsOf(question).flat() }]);
    case 'repair': {
      const own = answer.kind === 'repair' ? [{ id: 'the repair', changes: answer.actions }] : [];
      return ofFault(question.case, own);
    }
    case 'what-tools-show':
    case 'which-evidence-next':
    case 'two-worlds':
      return ofFault(question.case, []);
    case 'what-keeps-out':
      return ofExposure(question);
    case 'missing-record':
    case 'what-becomes-of-it':
      return asItIs(question.case.world);
    case 'fill-in':
    case 'impossible-record':
    case 'what-record-tells':
      return asItIs(question.world);
    case 'which-tool':
      return { world: undefined, runs: [] };
    default:
      return assertNever(question);
  }
}

const AS_IT_IS = 'as it is';

function planned(id: string, changes: readonly Change[], { Traffic = [], Now }: World): Planned {
  return { id, changes, traffic: Traffic, now: Now };
}

function asItIs(world: World): Plan {
  return { world: silent(world), runs: [planned(AS_IT_IS, [], world)] };
}

/** Who talks is each run's own. */
function silent({ Traffic: _talk, ...world }: World): World {
  return world;
}

interface Option {
  readonly id: string;
  readonly changes: readonly Change[];
}

function ofFault(one: FaultCase, options: readonly Option[]): Plan {
  const runs = options.flatMap(({ id, changes }): readonly Planned[] => {
    const changed = applyChanges(one.broken, changes);
    return 'error' in changed
      ? [planned(id, changes, one.broken)]
      : [planned(id, changes, one.dressedAfter(changed.world))];
  });
  return { world: silent(one.broken), runs: [planned(AS_IT_IS, [], one.broken), ...runs] };
}

function ofLayer({ scenario: { broken, world } }: WhichLayerQuestion): Plan {
  const runs = LAYERS.map((layer) => {
    const { changes, world: repaired } = counterfactual(broken, layer, world);
    return planned(layer, changes, repaired);
  });
  return { world: silent(world), runs: [planned(AS_IT_IS, [], world), ...runs] };
}

/** Whoever should not get through, and everybody who should, one after another. */
function ofExposure(question: KeepOutQuestion): Plan {
  const { world, hostile, design } = question.case;
  const traffic = [hostile, ...design.intents].map(
    ({ from, to, protocol, port }, i): TrafficDocument => ({
      From: from,
      To: to,
      Protocol: protocol,
      Port: port,
      At: new Date(design.startsAt + 1000 * (i + 1)).toISOString(),
    }),
  );
  const dressed: World = { ...world, Traffic: traffic };
  const runs = question.options.flatMap(({ changes }, i) =>
    changes ? [planned(choicesOf(question)[i]?.id ?? '', changes, dressed)] : [],
  );
  return { world: silent(world), runs: [planned(AS_IT_IS, [], dressed), ...runs] };
}
