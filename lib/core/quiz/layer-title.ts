/** The layers of a "which layer" question in words. */
import type { Layer } from '../scenario/layer';

export const LAYER_TITLE: Readonly<Record<Layer, string>> = {
  'security-group': 'Security group of the instance',
  'network-acl': 'Network ACL of the subnet',
  upstream: 'Routing and what lies upstream of the interface',
  host: 'The instance itself',
};
