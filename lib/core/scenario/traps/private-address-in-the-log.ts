/** On its own side a record shows the interface's private address. */
import { DETECTION, NETWORK_LOGS } from '../exam-task';
import type { FillInTrap } from '../trap';

export const privateAddressInTheLog: FillInTrap = {
  id: 'private-address-in-the-log',
  asks: 'fill-in',
  tasks: [NETWORK_LOGS, DETECTION],
  beliefs: ['records-show-public-addresses'],
  fields: ['dstaddr', 'srcaddr'],
  designs: [
    'public-web',
    'private-app',
    'three-tier',
    'bastion',
    'hub-and-spoke',
    'dual-stack',
    'inspection',
    'nat-instance',
    'mesh',
  ],
};
