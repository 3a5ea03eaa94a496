/** Every design that can be drawn. */
import type { Blueprint } from '../blueprint';
import { bastion } from './bastion';
import { closed } from './closed';
import { dualStack } from './dual-stack';
import { hubAndSpoke } from './hub-and-spoke';
import { hybrid } from './hybrid';
import { inspectedTransit } from './inspected-transit';
import { inspection } from './inspection';
import { ipv6Workers } from './ipv6-workers';
import { mesh } from './mesh';
import { natInstance } from './nat-instance';
import { peered } from './peered';
import { privateApp } from './private-app';
import { publicWeb } from './public-web';
import { threeTier } from './three-tier';
import { twoRegions } from './two-regions';

export const BLUEPRINTS: readonly Blueprint[] = [
  publicWeb,
  privateApp,
  threeTier,
  bastion,
  peered,
  hubAndSpoke,
  hybrid,
  closed,
  dualStack,
  inspection,
  ipv6Workers,
  natInstance,
  mesh,
  twoRegions,
  inspectedTransit,
];
