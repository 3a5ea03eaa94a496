/** What somebody holds to be true of AWS and is not, as something one can ask: its answer in a world is a wrong option. */
import { invariant } from '../assert';
import { AWS_LOG_LAWS, type LogLaws } from '../flowlog/log-laws';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';

/** `kind` tells apart how a belief comes to its answer. */
export type Belief = WrongLaw | WrongLog;

interface Conviction {
  /** Slug: `network-acls-are-stateful`. */
  readonly id: string;
  /** What the believer would say, in one sentence. */
  readonly says: string;
  /** What is so instead, in one sentence. */
  readonly truth: string;
  /** What AWS says against it, the plainest statement first. */
  readonly rules: readonly Rule[];
  /** The exam traps that it falls into. */
  readonly traps: readonly string[];
}

/** It judges packets by laws of its own: its answer is the simulator's under these. */
export interface WrongLaw extends Conviction {
  readonly kind: 'wrong-law';
  /** AWS's, but for those that the belief replaces. */
  readonly laws: PacketLaws;
}

/** It writes the log by laws of its own: its answer is what would then stand there. */
export interface WrongLog extends Conviction {
  readonly kind: 'wrong-log';
  /** AWS's, but for those that the belief replaces. */
  readonly logLaws: LogLaws;
}

interface Draft extends Omit<Conviction, 'traps'> {
  readonly traps?: Conviction['traps'];
  /** The wrong judges; where one decides otherwise than AWS it names the rule `believed`. */
  laws(believed: Rule): Partial<PacketLaws>;
}

export function wrongLaw({ laws, traps = [], ...conviction }: Draft): WrongLaw {
  const { id, says, rules } = conviction;
  const [against] = rules;
  invariant(against, `belief ${id} contradicts something`);
  const believed: Rule = { id: `belief.${id}`, says, standing: 'believed', source: against.source };
  return { kind: 'wrong-law', ...conviction, traps, laws: { ...AWS_PACKET_LAWS, ...laws(believed) } };
}

type LogDraft = Omit<WrongLog, 'kind' | 'logLaws'> & { readonly laws: Partial<LogLaws> };

export function wrongLog({ laws, ...conviction }: LogDraft): WrongLog {
  invariant(conviction.rules.length > 0, `belief ${conviction.id} contradicts something`);
  return { kind: 'wrong-log', ...conviction, logLaws: { ...AWS_LOG_LAWS, ...laws } };
}
