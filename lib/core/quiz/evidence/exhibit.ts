/** What stands before one's eyes once a piece of evidence is opened: plain data, nothing to compute. */
import type { Prose } from '../../explain/prose';
import type { FieldName, WrittenRecord } from '../../flowlog/record';
import type { NetworkInsightsAnalysis } from '../../reach/analysis/shape';
import type { ConnectionOutcome } from '../../simulate/outcome';
import type { ConfigurationTable } from '../view';

export type Exhibit = LogExhibit | PageExhibit | MissingExhibit | TestExhibit | AnalyzerExhibit;

/** What a flow log query over one interface finds at the moment at which somebody looks. */
export interface LogExhibit {
  readonly kind: 'log';
  readonly interfaceId: string;
  /** The stretch that is asked for, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** One for each flow log that has delivered something of it; none: there is no log stream of this interface. */
  readonly streams: readonly LogStream[];
  /** What the rows that tell of no traffic mean, and what follows from rows that are not there. */
  readonly notes: readonly Prose[];
}

export interface LogStream {
  readonly flowLogId: string;
  readonly fields: readonly FieldName[];
  /** In the order of delivery. Which Rules a record rests on is told with the verdict. */
  readonly records: readonly WrittenRecord[];
}

export type PageTable = Pick<ConfigurationTable, 'title' | 'columns' | 'rows'>;

/** A page of the console, and what the command line prints of the same thing. */
export interface PageExhibit {
  readonly kind: 'page';
  readonly component: string;
  readonly tables: readonly PageTable[];
  readonly printed: readonly Printed[];
}

export interface Printed {
  readonly command: string;
  /** What the command prints, as a JSON value. */
  readonly output: unknown;
}

/** It is in the drawing, and is there no longer: AWS's own answer. */
export interface MissingExhibit {
  readonly kind: 'missing';
  readonly component: string;
  /** `InvalidNatGatewayID.NotFound` */
  readonly code: string;
  readonly message: string;
}

export interface TestExhibit {
  readonly kind: 'test';
  /** A host's name. */
  readonly host: string;
  /** The line that was typed, and what it printed. */
  readonly command: string;
  readonly printed: readonly string[];
  readonly outcome: ConnectionOutcome;
  /** How long somebody waited, in seconds. */
  readonly seconds: number;
}

export interface AnalyzerExhibit {
  readonly kind: 'analysis';
  /** As `describe-network-insights-analyses` prints it; undefined where the tool cannot be asked. */
  readonly analysis: NetworkInsightsAnalysis | undefined;
  /** Why it cannot; undefined where it can. */
  readonly cannot: string | undefined;
  /** Components in the order in which the packet passes them; where there is no path, those that explain why. */
  readonly steps: readonly AnalyzerStep[];
}

export interface AnalyzerStep {
  readonly leg: 'forward' | 'return' | 'blocked';
  readonly component: string;
  readonly name: string | undefined;
  /** AWS's code, and what it means in our words; undefined for a component that is passed. */
  readonly code: string | undefined;
  readonly means: string | undefined;
}
