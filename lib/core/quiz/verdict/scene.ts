/** What happened in a case of a fault: one attempt with its reasons, what the log wrote of all of them, and what AWS says of it. */
import { attemptStory, recordsStory } from '../../explain/attempt';
import { type Prose, prose } from '../../explain/prose';
import type { WrittenRecord } from '../../flowlog/record';
import { type Stretch, writeFlowLog } from '../../flowlog/write';
import { dialledIn } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import { asked, ends } from '../../scenario/intent-path';
import { OUR_READING } from '../../scenario/readings';
import { SYMPTOMS } from '../../scenario/symptom-kind';
import { play, type Trial } from '../../scenario/trial';
import { works } from '../../simulate/outcome';
import type { ParsedWorld } from '../../simulate/parse-world';
import type { Probe } from '../../simulate/probe';
import { awsPageOf } from '../aws-page';
import { decidingStepView } from '../deciding-step';
import { differencesOf } from '../drawing-difference';
import { designOf } from '../drawing-view';
import type { VerdictHead } from '../verdict-view';
import type { DrawingView } from '../view';
import { inferredRules, walkOf } from './walk';

/** Where nothing stops a packet, what AWS says about the log is what there is to read. */
const ABOUT_LOGS = 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html';

export interface Scene {
  readonly case: FaultCase;
  /** The broken world, once its attempts were played. */
  readonly trial: Trial;
  readonly probed: Probe;
  /** Of the attempts at the interface that they are meant for, NODATA left out. */
  readonly records: readonly WrittenRecord[];
  readonly targetName: string;
}

export function sceneOf(one: FaultCase): Scene {
  const trial = play(one.broken, OUR_READING.packetLaws);
  const { client, server } = ends(one.path);
  return {
    case: one,
    trial,
    probed: asked(trial.world, dialledIn(one)),
    records: recordsAt(trial, one.stretch, (server ?? client)?.id),
    targetName: server ? one.path.intent.server : dialledIn(one).from,
  };
}

/** As if everything could be read at once: what the log says, not when. */
export function recordsAt(
  { world, capture }: { readonly world: ParsedWorld; readonly capture: Trial['capture'] },
  stretch: Stretch,
  interfaceId: string | undefined,
): readonly WrittenRecord[] {
  if (interfaceId === undefined) return [];
  const written = writeFlowLog(world.network, capture.crossings, { ...stretch, interfaceIds: [interfaceId] });
  return written.filter(({ record }) => record['log-status'] === 'OK');
}

type Told = Pick<
  VerdictHead,
  'story' | 'decided' | 'rules' | 'pages' | 'drawing' | 'walk' | 'records' | 'inferred'
>;

/** What every verdict about a fault tells, whatever was asked. */
export function toldBy(scene: Scene): Told {
  const { probed, trial, records } = scene;
  const { network } = trial.world;
  const walk = walkOf(probed, network);
  const isStopped = probed.decidedBy && !works(probed.connection);
  const decided = isStopped && probed.decidedBy ? decidingStepView(network, probed.decidedBy) : undefined;
  const { policy, unsent } = probed;
  const rules = [decided?.rule, policy?.allowed === false ? policy.rule : undefined, unsent].filter(
    (rule) => rule !== undefined,
  );
  return {
    story: storyOf(scene),
    decided,
    rules,
    pages: rules.length > 0 ? rules.map(awsPageOf) : [ABOUT_LOGS],
    drawing: drawingNow(scene),
    walk,
    records,
    inferred: inferredRules(walk, records),
  };
}

function storyOf({ case: one, probed, records, targetName }: Scene): Prose {
  const { intent } = one.path;
  const what = attemptStory({ from: dialledIn(one).from, server: intent.server, probe: probed });
  const wrote = recordsStory(targetName, records);
  // What one attempt does not show is said first.
  const isSeen = !works(probed.connection) || one.fault.symptom === 'denied';
  const said = SYMPTOMS[one.fault.symptom];
  const symptom = isSeen ? prose`` : prose`${said.charAt(0).toUpperCase()}${said.slice(1)}. `;
  return isAboutLog(one) ? prose`${symptom}${what}` : prose`${symptom}${what} ${wrote}`;
}

/** What fails is the log: what an interface saw says nothing about what can be read. */
export function isAboutLog({ fault: { symptom } }: FaultCase): boolean {
  return symptom === 'log-silent' || symptom === 'log-misleads';
}

/** The network as it is, and where it is not what was designed. */
function drawingNow({ case: one, trial }: Scene): DrawingView {
  const designed = designOf(one.path, dialledIn(one).from);
  const { network } = trial.world;
  return { ...designed, network, isDesign: false, differences: differencesOf(designed.network, network) };
}
