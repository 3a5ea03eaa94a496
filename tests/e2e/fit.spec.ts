/** Everything fits: at no width does the page, or a region of it that could scroll, hide a part of what it shows. */
import { expect, type Page, test } from '@playwright/test';

const WIDTHS = [320, 360, 640, 768, 820, 1024, 1180, 1280, 1440, 1920];

/** A silent log, rules beside records, an office outside, a peering that nobody accepted; asked and judged. */
const PATHS = ['welcome-8', 's3', 'eyes-0', 'eyes-4'].flatMap((seed) => [
  `/case/reflection-ssh~${seed}`,
  `/case/reflection-ssh~${seed}?answer=security-group`,
]);

/** The regions that are wider inside than outside, and how many were looked at. */
function overflowing(page: Page): Promise<{ readonly regions: number; readonly wide: readonly string[] }> {
  return page.evaluate(() => {
    const regions = [...document.querySelectorAll('section[tabindex], pre')].filter(
      ({ clientWidth }) => clientWidth > 0,
    );
    const wide = [document.documentElement, ...regions].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
    return {
      regions: regions.length,
      wide: wide.map(
        (element) =>
          `${element.getAttribute('aria-label') ?? element.tagName}: ${element.scrollWidth} in ${element.clientWidth}`,
      ),
    };
  });
}

/** What is folded away, and what a phone opens on request. */
async function openEverything(page: Page): Promise<void> {
  await page.locator('details, input[type=checkbox]').evaluateAll((all) => {
    for (const one of all) {
      if (one instanceof HTMLInputElement) one.checked = true;
      else one.setAttribute('open', '');
    }
  });
}

async function expectFit(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const { regions, wide } = await overflowing(page);
    expect(regions).toBeGreaterThan(1);
    expect(wide, `at ${width} pixels`).toEqual([]);
  }
}

for (const path of PATHS) {
  test(`${path} fits every width, as drawing and records, as tables and raw lines`, async ({ page }) => {
    await page.goto(path);
    await openEverything(page);
    await expectFit(page);
    await page.locator('#network').getByText('List', { exact: true }).click();
    await page.locator('#log').getByText('Raw', { exact: true }).click();
    await expectFit(page);
  });
}

for (const width of [360, 1280]) {
  test(`field help opens inside the log, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/case/reflection-ssh~s3');
    const log = page.getByRole('region', { name: /^Records of render-3$/ });
    const fields = log.getByRole('button');
    expect(await fields.count()).toBeGreaterThan(4);
    for (const field of await fields.filter({ visible: true }).all()) {
      await field.hover();
      const help = log.getByRole('tooltip');
      await expect(help).toBeVisible();
      const box = await help.boundingBox();
      const region = await log.boundingBox();
      if (!box || !region) throw new Error('the help and the log are drawn');
      expect(box.x).toBeGreaterThanOrEqual(region.x);
      expect(box.x + box.width).toBeLessThanOrEqual(region.x + region.width);
      // More than one line of text, and all of it inside.
      expect(await help.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      expect(box.height).toBeGreaterThan(30);
      expect((await overflowing(page)).wide).toEqual([]);
    }
  });
}

test('a refused record stands in line with the others, and its word clear of the border', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/');
  const log = page.getByRole('region', { name: /^Records of accounts$/ });
  const region = await log.boundingBox();
  const lefts = async (action: string): Promise<readonly number[]> => {
    const cells = log
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: action, exact: true }) })
      .first()
      .getByRole('cell');
    return cells.evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return Math.round(range.getBoundingClientRect().left);
      }),
    );
  };
  const [accepted, rejected] = [await lefts('ACCEPT'), await lefts('REJECT')];
  expect(accepted.length).toBe(6);
  // Times, addresses and actions stand left, numbers right.
  for (const column of [0, 1, 2, 5]) expect(rejected[column]).toBe(accepted[column]);
  const word = await log.getByText('ACCEPT', { exact: true }).first().boundingBox();
  if (!word || !region) throw new Error('the log is drawn');
  expect(region.x + region.width - (word.x + word.width)).toBeGreaterThanOrEqual(8);
});
