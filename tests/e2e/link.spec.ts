/** A link is a case: the same one each time, and told when it cannot be. */
import { expect, test } from '@playwright/test';

test('a changed generator version is told, and the nearest case offered', async ({ page }) => {
  await page.goto('/case/reflection-ssh~welcome-8?v=99');
  await expect(page.getByRole('heading', { name: 'This case has changed' })).toBeVisible();
  await expect(page.getByText('generator version 99')).toBeVisible();
  await page.getByRole('link', { name: 'Open the nearest case' }).click();
  await expect(page.getByRole('button', { name: 'Check the answer' })).toBeVisible();
});

test('a version that is none is told as such, and a missing one means today', async ({ page }) => {
  await page.goto('/case/reflection-ssh~welcome-8?v=nonsense');
  await expect(page.getByText('names no version of the generator')).toBeVisible();
  await page.goto('/case/reflection-ssh~welcome-8?v=');
  await expect(page.getByRole('button', { name: 'Check the answer' })).toBeVisible();
});

for (const path of ['/case/%', '/case/%E0%A4%A', '/%', '/traps/%']) {
  test(`${path} does not decode, and is no page`, async ({ request }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(404);
    expect(await response.text()).toContain('There is no such page');
  });
}

for (const path of [
  '/case/reflection-ssh',
  '/case/no-such-trap~a',
  '/case/reflection-ssh~a%2Fb',
  `/case/reflection-ssh~${'a'.repeat(80)}`,
]) {
  test(`${path.slice(0, 40)} is no case, and says so`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    expect(await page.content()).not.toMatch(/at \w+ \(/);
  });
}

test('every record is one link away', async ({ page }) => {
  await page.goto('/');
  const shown = await page.getByRole('row').count();
  await page.getByRole('link', { name: 'show all' }).first().click();
  await expect(page).toHaveURL(/log=all/);
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(shown);
  await expect(page.getByRole('link', { name: 'show all' })).toHaveCount(0);
});

test('the theme stays as chosen', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Theme: as the system/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: /^Theme: dark/ })).toBeVisible();
});
