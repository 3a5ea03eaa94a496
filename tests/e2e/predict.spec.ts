/** The records of one connection are predicted in a grid, by keys alone, and held against what is written. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openCase } from '../../lib/core/quiz/generate/open-case';
import { judgePrediction, predictionOf } from '../../lib/core/quiz/records/prediction-task';

const LINK = '/predict/sg-in-missing~predict';

/** What is written, as somebody would type it. */
function written() {
  const asked = openCase({ kind: 'fault', id: 'sg-in-missing' }, 'predict');
  const task = asked && predictionOf(asked.question, asked.seed);
  if (!task) throw new Error('its log can be predicted');
  return judgePrediction(task, []).written;
}

test('all that is written is right, row by row', async ({ page }) => {
  const records = written();
  expect(records.length).toBeGreaterThan(0);
  await page.goto(LINK);
  await page.getByRole('button', { name: 'Check the prediction' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Row 1 has no srcaddr yet' })).toBeVisible();
  for (const [i, record] of records.entries()) {
    if (i > 0) await page.getByRole('button', { name: 'Add a record' }).click();
    const row = page.getByRole('group', { name: `Record ${i + 1}` });
    await row.getByLabel('interface-id').selectOption(record['interface-id']);
    for (const field of ['srcaddr', 'srcport', 'dstaddr', 'dstport'] as const)
      await row.getByLabel(field).fill(String(record[field]));
    await row.getByLabel('protocol').selectOption(String(record.protocol));
    await row.getByLabel('action').selectOption(String(record.action));
  }
  await page.getByRole('button', { name: 'Check the prediction' }).click();
  await expect(page.getByText('Right: this is what the log says')).toBeVisible({ timeout: 20_000 });
});

for (const width of [375, 1440])
  test(`nothing predicted shows what is written, axe finds nothing, and it fits, at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: width === 375 ? 'dark' : 'light' });
    await page.goto(LINK);
    await page.getByRole('button', { name: 'Remove record 1' }).click();
    await page.getByRole('button', { name: 'Check the prediction' }).click();
    await expect(page.getByText('not predicted').first()).toBeVisible({ timeout: 20_000 });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const [inside, outside] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(inside).toBeLessThanOrEqual(outside ?? 0);
  });
