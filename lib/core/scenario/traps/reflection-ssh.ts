/** The reflection question: an SSH attempt fails, and its flow log is silent, or is not. Which layer first? */
import { invariant } from '../../assert';
import { drawStart, STRETCH } from '../attempt';
import { shopDesign } from '../blueprints/shop';
import { type Broken, brokenBy, type Candidate } from '../broken';
import { NETWORK_LOGS, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { hostFirewall, listenLocalhost } from '../faults/host';
import { igwMissing } from '../faults/internet-gateway';
import { igwRouteMissing, pcxReturnRoute, pcxRouteMissing } from '../faults/missing-route';
import { naclInMissing, naclOrder, naclOutReply } from '../faults/network-acl';
import { eipReleased, noPublicIp } from '../faults/public-address';
import { sgInMissing, sgWrongSource } from '../faults/security-group';
import { pcxNotAccepted } from '../faults/vpc-peering-connection';
import { routeBlackhole } from '../faults/wrong-route';
import { type IntentPath, pathOf } from '../intent-path';
import { LAYERS } from '../layer';
import type { Random } from '../random';
import type { LayerTrap } from '../trap';

export const REFLECTION_SSH = 'reflection-ssh';

export const reflectionSsh: LayerTrap = {
  id: REFLECTION_SSH,
  asks: 'which-layer',
  tasks: [VPC_FAULTS, NETWORK_LOGS],
  beliefs: [
    'silence-is-denial-by-the-group',
    'silence-is-denial-by-the-list',
    'only-accepted-traffic-is-logged',
  ],
};

/** Causes that leave the log silent, and contrasts, each with its own evidence. */
export const REFLECTION_FAULTS: readonly Fault[] = [
  noPublicIp,
  eipReleased,
  igwMissing,
  igwRouteMissing,
  pcxRouteMissing,
  routeBlackhole,
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

/** The layer is drawn first, so that no layer is the better guess; then one of its faults that fits the design. */
export function drawReflectionSsh(random: Random): Broken {
  const story = random.fork('story');
  const family = story.pick(['peering', 'internet'] as const);
  const layer = story.pick(LAYERS);
  const startsAt = drawStart(random.fork('time'));
  const design = shopDesign(random.fork('design'), family, startsAt);
  const [intent] = design.intents;
  invariant(intent, 'the design is about one intent');
  const path = pathOf(design, intent);
  const candidates = candidatesOn(path);
  const chosen = story.pick(candidates.filter(({ fault }) => fault.layer === layer));
  const forFault = random.fork('fault');
  return {
    design,
    path,
    ...chosen,
    world: brokenBy(chosen, design, forFault),
    stretch: { from: startsAt, to: startsAt + STRETCH },
    random: forFault,
    candidates,
  };
}

function candidatesOn(path: IntentPath): readonly Candidate[] {
  return REFLECTION_FAULTS.flatMap((fault) =>
    fault
      .sites(path)
      .slice(0, 1)
      .map((site) => ({ fault, site })),
  );
}
