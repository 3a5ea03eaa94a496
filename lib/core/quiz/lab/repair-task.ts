/** "Repair it": a broken world, what has to work afterwards, and what must not. */
import type { Intent } from '../../scenario/intent';
import type { Change, World } from '../../simulate/world';
import type { Network } from '../../vpc/network';

export interface RepairTask {
  readonly broken: World;
  /** Has to pass after the repair. */
  readonly wanted: readonly Intent[];
  /** What the design admitted is no excess when it is admitted again; left out: nothing is known of a design. */
  readonly designed?: Network;
  /** Must not pass afterwards. */
  readonly protectedFlows: readonly Intent[];
  /** Passes today, and must go on passing. */
  readonly working: readonly Intent[];
  /**
   * Whether these changes bring about what is wanted, where one attempt alone does not show it: under every reading, for sessions
   * that have to last, and for what the log has to show.
   */
  isMendedBy?(changes: readonly Change[]): boolean;
  /** What is dialled in the repaired world, where the repair gives the server another address. */
  dialledAfter?(repaired: World, intent: Intent): string | undefined;
}
