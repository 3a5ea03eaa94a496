/** Where the evidence of a question is taken, for every kind of question that has any. */
import { assertNever, invariant } from '../../assert';
import { STRETCH } from '../../scenario/attempt';
import { configurationShown } from '../../scenario/evidence';
import type { ExposureCase } from '../../scenario/exposure-case';
import type { MissingRecordCase } from '../../scenario/missing-record-case';
import { openWorld } from '../../scenario/open-world';
import { tablesOf } from '../configuration-table';
import type { WhichLayerQuestion } from '../kinds/which-layer';
import type { Question } from '../question';
import { type OpenScene, openScene, sceneOf } from './scene';

/** undefined: there is nothing to look at, or looking would be the answer. */
export function sceneOfQuestion(question: Question): OpenScene | undefined {
  switch (question.kind) {
    case 'which-layer':
      return ofLayer(question);
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'which-log-call':
      return sceneOf(question.case);
    case 'what-tools-show':
      return sceneOf(question.case, ['flow-log-query', 'connection-test', 'reachability-analyzer']);
    case 'missing-record':
      return ofMissingRecord(question.case);
    case 'what-keeps-out':
      return ofExposure(question.case);
    case 'what-becomes-of-it':
    case 'fill-in':
    case 'which-tool':
    case 'which-evidence-next':
    case 'two-worlds':
    case 'impossible-record':
    case 'what-record-tells':
      return undefined;
    default:
      return assertNever(question);
  }
}

function ofLayer({ scenario, evidence }: WhichLayerQuestion): OpenScene {
  const { world, design, from, to } = scenario;
  const { targetInterfaceId, neighbourInterfaceId } = design.parts;
  const [intent] = design.intents;
  invariant(intent, 'the design is about one intent');
  const { network } = openWorld(world);
  const tables = configurationShown(evidence.signature).flatMap((kind) =>
    tablesOf(network, kind, targetInterfaceId),
  );
  return openScene({
    world,
    designed: design.world,
    intent: { ...intent, to: evidence.dialled },
    stretch: { from, to },
    without: [],
    shown: [
      `flow-log-query:${targetInterfaceId}`,
      `flow-log-query:${neighbourInterfaceId}`,
      ...new Set(tables.map(({ kind, id }) => `${kind}:${id}`)),
    ],
  });
}

/** The flow log's settings and its stream lie on the table. */
function ofMissingRecord({ world, path, row, interfaceId, at }: MissingRecordCase): OpenScene {
  const from = Math.floor(at / STRETCH) * STRETCH;
  return openScene({
    world,
    designed: path.design.world,
    intent: path.intent,
    stretch: { from, to: from + STRETCH },
    without: [],
    shown: [`flow-log-query:${interfaceId}`, `flow-log:${row.FlowLogId}`],
  });
}

/** Nobody has tried yet: there is no log to read. The rules at the server lie on the table. */
function ofExposure({ world, design, hostile, networkAclId, securityGroupId }: ExposureCase): OpenScene {
  return openScene({
    world,
    designed: design.world,
    intent: hostile,
    stretch: { from: design.startsAt, to: design.startsAt + STRETCH },
    without: ['flow-log-query'],
    shown: [`network-acl:${networkAclId}`, `security-group:${securityGroupId}`],
  });
}
