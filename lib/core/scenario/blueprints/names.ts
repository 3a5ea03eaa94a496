/** Names as teams give them: plain, and without a hint of what is wrong. */
import type { Random } from '../random';

export interface Names {
  readonly vpc: string;
  readonly clientVpc: string;
  readonly target: string;
  readonly neighbour: string;
  readonly app: string;
  readonly far: string;
}

const VPCS = ['shop', 'billing', 'media', 'booking', 'catalog', 'tickets', 'parcels'];
const CLIENT_VPCS = ['tooling', 'desktops', 'operations', 'workspace', 'support'];
const TARGETS = ['build', 'batch', 'report', 'import', 'indexer', 'render', 'export'];
const SERVICES = ['orders', 'stock', 'price', 'search', 'cart', 'accounts', 'invoices', 'shipping'];

export function drawNames(random: Random): Names {
  const [neighbour, app, far] = random.shuffle(SERVICES) as [string, string, string];
  return {
    vpc: random.pick(VPCS),
    clientVpc: random.pick(CLIENT_VPCS),
    target: `${random.pick(TARGETS)}-${random.integer(1, 9)}`,
    neighbour,
    app,
    far,
  };
}
