/** Every fault that a design can be broken by. */
import type { Fault } from '../ssh-fault';
import { hostFirewall, listenLocalhost } from './host';
import { eipReleased, igwMissing, igwRouteMissing, noPublicIp } from './internet';
import { naclInMissing, naclOrder, naclOutReply } from './network-acl';
import { pcxBlackhole, pcxNotAccepted, pcxReturnRoute, pcxRouteMissing } from './peering';
import { sgInMissing, sgWrongSource } from './security-group';

export const FAULTS: readonly Fault[] = [
  noPublicIp,
  eipReleased,
  igwMissing,
  igwRouteMissing,
  pcxRouteMissing,
  pcxBlackhole,
  pcxNotAccepted,
  pcxReturnRoute,
  sgInMissing,
  sgWrongSource,
  naclInMissing,
  naclOrder,
  naclOutReply,
  listenLocalhost,
  hostFirewall,
];
