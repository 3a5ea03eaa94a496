/** On a phone: nothing overflows, nothing focused is covered, and the case is answered. */
import { expect, test } from '@playwright/test';

test('the case fits and is answered', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Routing and what lies upstream').tap();
  await page.getByRole('button', { name: 'Check the answer' }).tap();
  await expect(page.getByRole('heading', { name: /^Right/ })).toBeVisible();
});

for (const [name, path] of [
  ['question', '/case/reflection-ssh~s3?v=1'],
  ['verdict', '/case/reflection-ssh~s3?v=1&answer=host'],
] as const) {
  test(`a ${name} needs no sideways scrolling at 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('the bar at the bottom covers no focused option', async ({ page }) => {
  await page.goto('/case/reflection-ssh~s3?v=1');
  const bar = await page.getByRole('button', { name: 'Check the answer' }).boundingBox();
  for (const radio of await page.getByRole('radio').filter({ visible: true }).all()) {
    if ((await radio.getAttribute('name')) !== 'answer') continue;
    await radio.focus();
    const box = await radio.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  }
});
