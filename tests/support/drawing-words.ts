/** Every word of a layout with the room that it takes: what the tests of its geometry measure. */
import type { Box } from '@/components/topology/box';
import { boxOf } from '@/components/topology/label';
import {
  differenceTag,
  gatewayLabels,
  nodeDifferenceTag,
  nodeLabels,
  subnetLabels,
  targetTag,
  vpcTab,
} from '@/components/topology/labels';
import type { Layout } from '@/components/topology/layout';

export interface Word extends Box {
  readonly text: string;
}

/** With the shape that it stands in or on. */
export function wordsOf({ vpcs, gateways }: Layout): readonly Word[] {
  const labels = [
    ...vpcs.flatMap((vpc) => [
      ...vpcTab(vpc).labels,
      ...vpc.subnets.flatMap(subnetLabels),
      ...vpc.nodes.flatMap(nodeLabels),
    ]),
    ...gateways.flatMap(gatewayLabels),
  ];
  return [...labels.map((label) => ({ text: label.text, ...boxOf(label) })), ...tagsOf({ vpcs })];
}

export function tagsOf({ vpcs }: Pick<Layout, 'vpcs'>): readonly Word[] {
  const nodes = vpcs.flatMap((vpc) => vpc.nodes);
  const tags = [
    ...nodes.filter(({ of }) => of.role === 'target').flatMap((node) => targetTag(node) ?? []),
    ...nodes.flatMap((node) => nodeDifferenceTag(node) ?? []),
    ...vpcs.flatMap((vpc) => vpc.subnets.flatMap((subnet) => differenceTag(subnet) ?? [])),
  ];
  return tags.map(({ label, ...box }) => ({ text: label.text, ...box }));
}
