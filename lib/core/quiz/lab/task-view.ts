/** A task to repair something as a person is shown it: what has to pass, what has to go on passing, and what has to stay shut. */
import type { RepairTask } from './repair-task';

export interface RepairTaskView {
  /** "SSH to build-1 from the office"; empty where no single attempt shows what is wrong: then the ticket says it. */
  readonly wanted: readonly string[];
  readonly working: readonly string[];
  readonly protectedFlows: readonly string[];
}

export function taskView({ wanted, working, protectedFlows }: RepairTask): RepairTaskView {
  const said = (flows: RepairTask['wanted']): readonly string[] => flows.map(({ says }) => says);
  return { wanted: said(wanted), working: said(working), protectedFlows: said(protectedFlows) };
}
