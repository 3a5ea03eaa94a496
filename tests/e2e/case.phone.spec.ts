/** On a phone: nothing overflows, nothing focused is covered, and the case is answered. */
import { expect, test } from '@playwright/test';

test('the case fits and is answered', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Routing and what lies upstream').tap();
  await page.getByRole('button', { name: 'Check the answer' }).tap();
  await expect(page.getByRole('heading', { name: /^Right/ })).toBeVisible();
});

test('the neighbour only shows that the log works, and its records are one tap away', async ({ page }) => {
  await page.goto('/');
  const records = page.getByRole('region', { name: /^Records of accounts$/ });
  await expect(records).toBeHidden();
  await page.getByText('show the records of accounts').tap();
  await expect(records).toBeVisible();
});

test('the bar at the bottom covers no focused option', async ({ page }) => {
  await page.goto('/case/reflection-ssh~s3');
  const bar = await page.getByRole('button', { name: 'Check the answer' }).boundingBox();
  for (const radio of await page.getByRole('radio').filter({ visible: true }).all()) {
    if ((await radio.getAttribute('name')) !== 'answer') continue;
    await radio.focus();
    const box = await radio.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
});
