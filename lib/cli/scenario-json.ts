/** A case as JSON: what whoever complains has seen, what the log shows, and, apart, the key. */
import { formatAwsCli } from '@/lib/core/ec2/aws-cli';
import { changeSentence } from '@/lib/core/explain/change';
import { plain } from '@/lib/core/explain/prose';
import { AWS_LOG_LAWS } from '@/lib/core/flowlog/log-laws';
import { AWS_PACKET_LAWS } from '@/lib/core/rules/packet-laws';
import { TRIED } from '@/lib/core/scenario/attempt';
import { BLUEPRINTS } from '@/lib/core/scenario/blueprints/catalogue';
import type { FaultCase } from '@/lib/core/scenario/fault-case';
import type { Generated } from '@/lib/core/scenario/generate-fault';
import { GENERATOR_VERSION } from '@/lib/core/scenario/scenario';
import { linesOf, play } from '@/lib/core/scenario/trial';
import type { Change } from '@/lib/core/simulate/world';

const iso = (time: number): string => new Date(time).toISOString();

export function faultCaseJson({ fault, seed, path, stretch, world }: FaultCase): object {
  const trial = play(world, AWS_PACKET_LAWS);
  const tried = world.Traffic?.[TRIED];
  return {
    fault: fault.id,
    seed,
    version: GENERATOR_VERSION,
    design: BLUEPRINTS.find(({ id }) => id === path.design.blueprint)?.says,
    complaint: {
      from: tried?.From,
      to: tried?.To,
      protocol: tried?.Protocol,
      port: tried?.Port,
      attempts: trial.endings.map(({ at, ending }) => ({ at: iso(at), ending })),
    },
    shown: { from: iso(stretch.from), to: iso(stretch.to), readAt: world.Now },
    flowLogs: (world.Snapshot.FlowLogs ?? []).map(
      ({ FlowLogId, ResourceId, TrafficType, LogFormat, CreationTime }) => ({
        FlowLogId,
        ResourceId,
        TrafficType,
        LogFormat,
        CreationTime,
      }),
    ),
    records: linesOf(trial, stretch, AWS_LOG_LAWS).map(({ line }) => line),
  };
}

export function faultKeyJson({ made, discarded }: Generated): object {
  const { fault, site, broken, watched, world } = made;
  return {
    key: {
      at: site.at,
      layer: fault.layer,
      symptom: fault.symptom,
      says: fault.says,
      ...(watched && { beganAt: iso(watched.moment) }),
      ...(site.refused && { refused: site.refused.map(changeJson) }),
      repair: site.repair(broken).map(changeJson),
    },
    world,
    discarded,
  };
}

function changeJson(change: Change): object {
  return {
    says: plain(changeSentence(change)),
    ...(change.Service !== 'host' && { command: formatAwsCli(change) }),
    change,
  };
}
