/** "Predict the log": one connection through a case's broken network, of which every port is told, and the records that it leaves. */
import type { Snapshot } from '../../ec2/schema/snapshot';
import type { Stretch } from '../../flowlog/write';
import { formatAddress } from '../../net/address';
import { dialledIn } from '../../scenario/blame';
import type { FaultCase } from '../../scenario/fault-case';
import { openWorld } from '../../scenario/open-world';
import { randomFrom } from '../../scenario/random';
import type { ParsedWorld } from '../../simulate/parse-world';
import { gradePrediction, type PredictionVerdict } from '../kinds/predict-records';
import type { Question } from '../question';
import type { PredictedRecord } from '../score/record-credit';

export interface PredictionTask {
  readonly world: ParsedWorld;
  /** What AWS would print of it. */
  readonly snapshot: Snapshot;
  readonly stretch: Stretch;
  /** Who connects to what, with everything that a record has to say. */
  readonly connection: PredictedConnection;
}

export interface PredictedConnection {
  /** "SSH to build-1 from the office" */
  readonly says: string;
  /** What the one who connects sends from, as its own network knows it. */
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly destinationPort: number;
  readonly protocol: 'tcp' | 'udp';
}

/** undefined: the question is over no broken network, nothing with ports is sent in it, or its log is what fails. */
export function predictionOf(question: Question, seed: string): PredictionTask | undefined {
  switch (question.kind) {
    case 'which-repair':
    case 'choose-two':
    case 'diagnose':
    case 'what-tools-show':
      return taskOf(question.case, seed);
    default:
      return undefined;
  }
}

function taskOf(one: FaultCase, seed: string): PredictionTask | undefined {
  const { broken, stretch, fault } = one;
  const { says, from, to, protocol, port } = dialledIn(one);
  if (protocol === 'icmp' || fault.layer === 'flow-log' || fault.layer === 'permission') return undefined;
  const host = broken.Hosts?.find(({ Name }) => Name === from);
  // Among the ports that every system gives to clients.
  const SourcePort = randomFrom(`${fault.id}~${seed}/predict`).integer(49_152, 60_999);
  const At = new Date(stretch.from + 120_000).toISOString();
  const world = openWorld({
    ...broken,
    Traffic: [
      { From: from, To: to, Protocol: protocol, Port: port, SourcePort, At, Bytes: 900, ReplyBytes: 2400 },
    ],
  });
  const [interfaceId] = host?.NetworkInterfaceIds ?? [];
  const own = world.network.networkInterfaces.get(interfaceId ?? '');
  const isIpv6 = to.includes(':');
  const inside = own && (isIpv6 ? own.ipv6Addresses[0] : own.primaryAddress);
  const source = host?.IpAddress ?? (inside === undefined ? undefined : formatAddress(inside));
  if (source === undefined) return undefined;
  return {
    world,
    snapshot: broken.Snapshot,
    stretch,
    connection: { says, source, sourcePort: SourcePort, destination: to, destinationPort: port, protocol },
  };
}

export function judgePrediction(
  { world, stretch }: PredictionTask,
  predicted: readonly PredictedRecord[],
): PredictionVerdict {
  return gradePrediction(world, stretch, predicted);
}
