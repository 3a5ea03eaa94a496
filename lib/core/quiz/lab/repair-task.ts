/** "Repair it": a broken world, what has to work afterwards, and what must not. */
import type { Intent } from '../../scenario/intent';
import type { World } from '../../simulate/world';

export interface RepairTask {
  readonly broken: World;
  /** Has to pass after the repair. */
  readonly wanted: readonly Intent[];
  /** Must not pass, before or after. */
  readonly protectedFlows: readonly Intent[];
  /** Passes today, and must go on passing. */
  readonly working: readonly Intent[];
  /** What is dialled in the repaired world, where the repair gives the server another address. */
  dialledAfter?(repaired: World, intent: Intent): string | undefined;
}
