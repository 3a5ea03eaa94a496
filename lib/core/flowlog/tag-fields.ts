/**
 * Fields that print the value of a tag: of the instance, the interface, the Auto Scaling group.
 * https://aws.amazon.com/about-aws/whats-new/2026/06/amazon-flow-logs-metadata
 */
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import type { Tags } from '../vpc/record-source';
import type { Log } from './scope';

export function tagFields(
  { recordSources }: Network,
  { tagKeys }: Log,
  networkInterface: NetworkInterface | undefined,
) {
  const instance = networkInterface?.instance;
  const group = instance && recordSources.autoScalingTags.get(instance.id);
  const value = (tags: Tags | undefined, keys: readonly string[], place: 0 | 1): string | null => {
    const text = tags?.get(keys[place] ?? '');
    return text === undefined ? null : encoded(text);
  };
  return {
    'instance-tag': value(instance?.tags, tagKeys.instance, 0),
    'instance-tag-2': value(instance?.tags, tagKeys.instance, 1),
    'interface-tag': value(networkInterface?.tags, tagKeys['network-interface'], 0),
    'interface-tag-2': value(networkInterface?.tags, tagKeys['network-interface'], 1),
    'asg-tag': value(group, tagKeys['auto-scaling-group'], 0),
    'asg-tag-2': value(group, tagKeys['auto-scaling-group'], 1),
  };
}

/** UTF-8, percent-encoded but for letters and digits: `my-app` is printed `my%2Dapp`. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[-_.!~*'()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
