/** Everything that a case lets one look at, in an order that tells nothing: by kind, then by name. */
import { logOf } from '../../flowlog/scope';
import { analyzerPath } from '../../scenario/ask-analyzer';
import type { Network } from '../../vpc/network';
import type { Account } from './account';
import { testHosts } from './connection-test';
import { OFFER_KINDS, type Offer, offer } from './offer';
import { PAGES } from './pages/catalogue';
import type { OpenScene } from './scene';

/** What the drawing shows, whether it is still there or not: that it is gone is for a look to find. */
export function designedOffers(scene: OpenScene): readonly Offer[] {
  const { intent, without, shown } = scene;
  const account = scene.before();
  const tests = testHosts(account, intent).map((host) => offer('connection-test', host));
  const analyses =
    'path' in analyzerPath(account.world, intent)
      ? [offer('reachability-analyzer', intent.from, `${intent.from} to ${intent.server}`)]
      : [];
  return inOrder(
    [...looksAt(account), ...tests, ...analyses]
      .filter(({ kind }) => !without.includes(kind))
      .map((one) => (shown.includes(one.id) ? { ...one, price: 0 } : one)),
  );
}

/** What nobody designed and is there all the same: it is found where something else names it. */
export function undesignedOffers(scene: OpenScene): readonly Offer[] {
  const designed = new Set(looksAt(scene.before()).map(({ id }) => id));
  return inOrder(
    looksAt(scene.now()).filter(({ id, kind }) => !designed.has(id) && !scene.without.includes(kind)),
  );
}

function looksAt({ snapshot, network }: Account): readonly Offer[] {
  return [
    ...PAGES.flatMap(([kind, { list }]) => list(snapshot).map(({ id, name }) => offer(kind, id, name))),
    ...loggedInterfaces(network).map(({ id, name }) => offer('flow-log-query', id, name)),
  ];
}

function loggedInterfaces(network: Network) {
  const logs = [...network.flowLogs.values()]
    .filter(({ active }) => active)
    .map((log) => logOf(log, undefined));
  return [...network.networkInterfaces.values()].filter((networkInterface) =>
    logs.some((log) => log.covers({ kind: 'interface', networkInterface })),
  );
}

function inOrder(offers: readonly Offer[]): readonly Offer[] {
  return [...offers].sort(
    (a, b) =>
      OFFER_KINDS.indexOf(a.kind) - OFFER_KINDS.indexOf(b.kind) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
