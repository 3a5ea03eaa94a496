/** The question "which layer do you investigate first?": asked of a scenario, graded by replay. */
import { code, type Prose, prose } from '../../explain/prose';
import { type Evidence, evidenceOf } from '../../scenario/evidence';
import { LAYERS, type Layer } from '../../scenario/layer';
import { rightLayers } from '../../scenario/prove';
import { OUR_READING } from '../../scenario/readings';
import type { Scenario } from '../../scenario/scenario';
import { singleChoiceCredit } from '../score/answer-credit';

export interface WhichLayerQuestion {
  readonly kind: 'which-layer';
  readonly scenario: Scenario;
  readonly evidence: Evidence;
}

export function ask(scenario: Scenario): WhichLayerQuestion {
  const evidence = evidenceOf(scenario.world, scenario.design.parts, scenario, OUR_READING);
  return { kind: 'which-layer', scenario, evidence };
}

export function layerDetail(layer: Layer, { design: { parts } }: Scenario): Prose {
  switch (layer) {
    case 'security-group':
      return prose`${code(parts.targetSecurityGroupId)}, inbound and outbound rules`;
    case 'network-acl':
      return prose`${code(parts.targetNetworkAclId)}, inbound and outbound rules`;
    case 'upstream':
      return prose`route tables, gateways, peering, the address dialled`;
    case 'host':
      return prose`sshd on ${parts.targetName}, or its host firewall`;
  }
}

/** `picked`: the place of a layer in `LAYERS`. */
export function gradeWhichLayer({ scenario }: WhichLayerQuestion, picked: number) {
  const key = rightLayers(scenario.broken, OUR_READING);
  const credit = singleChoiceCredit(
    key.map((layer) => LAYERS.indexOf(layer)),
    picked,
  );
  return { right: credit === 1, credit, key };
}
