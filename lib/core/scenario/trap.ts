/** An exam trap: a belief, what it goes wrong on, and what it would be right on. How it is asked decides what its cases are made of. */
import type { HiddenField } from './hidden-field';

export type Trap =
  | LayerTrap
  | RepairTrap
  | MissingRecordTrap
  | ToolsTrap
  | PairTrap
  | SessionTrap
  | FillInTrap
  | WhichToolTrap
  | LogCallTrap
  | ExposureTrap;

interface TrapBase {
  readonly id: string;
  /** Tasks of AWS's exams that ask for it: `SOA-C03 5.3.2`. */
  readonly tasks: readonly string[];
  /** Ids of the beliefs that fall into it. */
  readonly beliefs: readonly string[];
  /** Other ways to ask, each drawn now and then. */
  readonly also?: readonly OtherWay[];
}

/** How else a trap is asked, and over which faults where something is broken. */
export type OtherWay =
  | { readonly asks: 'which-evidence-next' | 'two-worlds'; readonly faults: readonly string[] }
  /** A record that only the trap's belief would have written stands among true ones. */
  | { readonly asks: 'impossible-record' }
  /** One record of a busy network. */
  | { readonly asks: 'what-record-tells' };

interface OverFaults extends TrapBase {
  /** Faults by their slugs: the belief's answer is wrong. */
  readonly bites: readonly string[];
  /** Faults without which the key could be guessed: every layer that can be blamed is to blame in some case. */
  readonly contrasts: readonly string[];
}

/** Something is broken: which layer does one look at first? */
export interface LayerTrap extends TrapBase {
  readonly asks: 'which-layer';
}

/** Something is broken: what mends it? */
export interface RepairTrap extends OverFaults {
  readonly asks: 'which-repair';
}

/** Something is broken: what do the analyzer and the flow log say of it? */
export interface ToolsTrap extends OverFaults {
  readonly asks: 'what-tools-show';
}

/** Two things are broken: which two repairs are needed? */
export interface PairTrap extends OverFaults {
  readonly asks: 'choose-two';
}

/** A record is missing: what does that say? */
export interface MissingRecordTrap extends TrapBase {
  readonly asks: 'missing-record';
  /** Ids of `missing-record`, each as often the key. */
  readonly reasons: readonly string[];
  /** Nobody talks at all, so that there is no log group yet. */
  readonly isQuiet?: true;
}

/** A rule goes while somebody is logged in: what becomes of it? */
export interface SessionTrap extends TrapBase {
  readonly asks: 'what-becomes-of-it';
}

/** One field of a record is hidden: what stands there? */
export interface FillInTrap extends TrapBase {
  readonly asks: 'fill-in';
  readonly fields: readonly HiddenField[];
  /** Designs that have what it is about; all of them when left out. */
  readonly designs?: readonly string[];
}

/** Somebody wants to know something: which tool tells it? */
export interface WhichToolTrap extends TrapBase {
  readonly asks: 'which-tool';
  /** Ids of `tool`'s needs, each as often asked for. */
  readonly needs: readonly string[];
}

/** A flow log does not show what is looked for: which call helps? */
export interface LogCallTrap extends TrapBase {
  readonly asks: 'which-log-call';
  /** Faults of flow logs by their slugs. */
  readonly faults: readonly string[];
}

/** Somebody gets in who should not: what keeps them out, and lets everything pass that must? */
export interface ExposureTrap extends TrapBase {
  readonly asks: 'what-keeps-out';
}
