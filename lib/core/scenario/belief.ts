/** What somebody holds to be true of AWS and is not, as something one can ask: its answer in a world is a wrong option. */
import { invariant } from '../assert';
import { AWS_LOG_LAWS, type LogLaws } from '../flowlog/log-laws';
import { AWS_PACKET_LAWS, type PacketLaws } from '../rules/packet-laws';
import type { Rule } from '../rules/rule';
import type { Layer } from './layer';
import type { Ending } from './symptom-kind';

/** `kind` tells apart how a belief comes to its answer. */
export type Belief = WrongLaw | WrongLog | Misreading | Conclusion | WrongIdea;

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

/** What is seen of a failure: how the attempts end, and what stands in the log of the interface that they are meant for. */
export interface Sign {
  readonly ending: Ending;
  readonly records: 'none' | 'accepted' | 'rejected' | 'answer-rejected';
}

/** It judges rightly and reads wrongly: evidence of this kind means to the believer that this layer is to blame. */
export interface Misreading extends Conviction {
  readonly kind: 'misreading';
  readonly blames: Layer;
  /** Whether the believer would say so of this evidence. */
  readonly reads: (sign: Sign) => boolean;
}

/** It takes a record that is missing for a proof: of this, whatever the log could have shown. */
export interface Conclusion extends Conviction {
  readonly kind: 'conclusion';
  /** Id of a reason or claim of `missing-record`. */
  readonly concludes: string;
}

/** It is about a tool or a call, and answers no question about packets: the option says what the believer would do. */
export interface WrongIdea extends Conviction {
  readonly kind: 'wrong-idea';
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

export function misreading(conviction: Omit<Misreading, 'kind'>): Misreading {
  return { kind: 'misreading', ...conviction };
}

export function conclusion(conviction: Omit<Conclusion, 'kind'>): Conclusion {
  return { kind: 'conclusion', ...conviction };
}

export function wrongIdea(conviction: Omit<WrongIdea, 'kind'>): WrongIdea {
  return { kind: 'wrong-idea', ...conviction };
}
