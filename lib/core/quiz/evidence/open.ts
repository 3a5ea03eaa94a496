/** Offers evidence and opens it: what somebody who looks at this moment sees of the broken world, and what that has cost. */
import { invariant } from '../../assert';
import { missing } from '../../ec2/actions/find';
import { analyzerRun } from './analyzer-run';
import { connectionTest } from './connection-test';
import type { Exhibit } from './exhibit';
import { logQuery } from './log-query';
import type { Offer } from './offer';
import { designedOffers, undesignedOffers } from './offers';
import { PAGES } from './pages/catalogue';
import type { Page } from './pages/page';
import type { OpenScene } from './scene';

/** `opened`: ids of what has been looked at; what is named there and in no drawing can be looked at from then on. */
export function offersOf(scene: OpenScene, opened: readonly string[] = []): readonly Offer[] {
  const designed = designedOffers(scene);
  const found = undesignedOffers(scene);
  if (found.length === 0 || opened.length === 0) return designed;
  const seen = JSON.stringify(opened.map((id) => openEvidence(scene, id)));
  return [...designed, ...found.filter(({ component }) => seen.includes(`"${component}"`))];
}

/** undefined: the case has nothing by that id. */
export function openEvidence(scene: OpenScene, id: string): Exhibit | undefined {
  const found = everyOffer(scene).find((one) => one.id === id);
  return found && exhibitOf(scene, found);
}

/** Price of everything that was opened, each thing once: a page that is opened again is the same page. Unknown ids cost nothing. */
export function evidenceCost(scene: OpenScene, opened: readonly string[]): number {
  const seen = new Set(opened);
  return everyOffer(scene)
    .filter(({ id }) => seen.has(id))
    .reduce((sum, { price }) => sum + price, 0);
}

function everyOffer(scene: OpenScene): readonly Offer[] {
  return [...designedOffers(scene), ...undesignedOffers(scene)];
}

/** `offer`: one of the scene's own. */
export function exhibitOf(scene: OpenScene, offer: Offer): Exhibit {
  const { kind, component } = offer;
  switch (kind) {
    case 'flow-log-query':
      return logQuery(scene.played(), scene.stretch, component);
    case 'connection-test':
      return connectionTest(scene.now(), scene.intent, component);
    case 'reachability-analyzer':
      return analyzerRun(scene.now(), scene.intent);
    default:
      return pageOf(scene, offer);
  }
}

function pageOf(scene: OpenScene, { kind, component }: Offer): Exhibit {
  const pages = PAGES.filter(([of]) => of === kind).map(([, page]) => page);
  for (const page of pages) {
    const opened = page.open(scene.now(), component);
    if (opened) return { kind: 'page', component, ...opened };
  }
  const rows = pages.find((page) => isDesigned(page, scene, component))?.rows;
  invariant(rows, 'what is offered is in the design or in the account');
  const { error } = missing(rows, component);
  return { kind: 'missing', component, code: error.Code, message: error.Message };
}

function isDesigned({ list }: Page, scene: OpenScene, component: string): boolean {
  return list(scene.before().snapshot).some(({ id }) => id === component);
}
