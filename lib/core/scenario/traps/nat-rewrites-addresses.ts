/** At a NAT gateway a record shows the gateway's own address on its side. */
import { MONITORING, NETWORK_LOGS } from '../exam-task';
import type { FillInTrap } from '../trap';

export const natRewritesAddresses: FillInTrap = {
  id: 'nat-rewrites-addresses',
  asks: 'fill-in',
  tasks: [NETWORK_LOGS, MONITORING],
  beliefs: ['records-show-the-far-target'],
  fields: ['dstaddr', 'srcaddr'],
  designs: ['private-app', 'three-tier', 'hub-and-spoke', 'mesh', 'nat-instance'],
  also: [{ asks: 'impossible-record' }],
};
