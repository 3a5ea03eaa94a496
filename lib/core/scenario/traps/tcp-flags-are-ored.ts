/** The flags of all packets of a window stand in one number. */
import { DETECTION, NETWORK_LOGS } from '../exam-task';
import type { FillInTrap } from '../trap';

export const tcpFlagsAreOred: FillInTrap = {
  id: 'tcp-flags-are-ored',
  asks: 'fill-in',
  tasks: [NETWORK_LOGS, DETECTION],
  beliefs: ['flags-are-those-of-the-first-packet'],
  fields: ['tcp-flags'],
};
