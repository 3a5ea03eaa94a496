/** A case of every kind is read and answered without JavaScript, and leads on to another of its kind. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const CASES = [
  ['which change', 'ephemeral-ports~first', 1],
  ['choose two', 'one-blocker-of-several~first', 2],
  ['what the tools show', 'analyzer-sends-nothing~first', 1],
  ['which call', 'flow-log-is-immutable~first', 1],
  ['a missing record', 'logs-are-late~first', 1],
  ['an open session', 'tracked-sessions-live-on~first', 1],
  ['a hidden field', 'tcp-flags-are-ored~first', 1],
  ['which tool', 'which-analyzer~first', 1],
  ['whom to keep out', 'no-deny-in-security-groups~first', 1],
  ['a fault', 'nacl-out-reply~first', 1],
  ['the highest level', 'level-5~first', 2],
] as const;

async function choose(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.locator('input[name=answer]').nth(i).check();
  await page.getByRole('button', { name: 'Check the answer' }).click();
}

async function expectFit(page: Page): Promise<void> {
  const [inside, outside] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inside).toBeLessThanOrEqual(outside ?? 0);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, path, count] of CASES) {
    test(`${name}: asked, answered, and asked anew`, async ({ page }) => {
      await page.goto(`/case/${path}`);
      await expect(page.getByRole('article').first()).toContainText(/OPS-\d{4}/);
      await choose(page, count);
      await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
      expect(new URL(page.url()).searchParams.getAll('answer')).toHaveLength(count);
      await page.getByRole('link', { name: /^Same (trap|fault|level), new VPC$/ }).click();
      await expect(page.locator('input[name=answer]').first()).toBeVisible();
    });
  }
});

test('two of them have to be chosen where two are asked for', async ({ page }) => {
  await page.goto('/case/one-blocker-of-several~first');
  await choose(page, 1);
  await expect(
    page.getByRole('alert').filter({ hasText: 'Choose two of the five options first.' }),
  ).toBeVisible();
});

for (const [name, path, count] of CASES) {
  test(`${name}: axe finds nothing, and it fits a phone, asked and judged`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 740 });
    await page.goto(`/case/${path}`);
    for (const isJudged of [false, true]) {
      if (isJudged) await choose(page, count);
      if (isJudged) await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
      await expectFit(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  });
}

test('a trap leads to a case of its own', async ({ page }) => {
  await page.goto('/traps/logs-are-late');
  await page.getByRole('link', { name: 'Try a case' }).click();
  await expect(page).toHaveURL(/\/case\/logs-are-late~first\?v=\d+$/);
  await expect(page.getByRole('heading', { name: /^No record of port/ })).toBeVisible();
});
