/** The server that the README's first command started answers, and its first page runs without a complaint. */
import { expect, test } from '@playwright/test';

test('the first page answers and prints no error', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });

  const response = await page.goto('/', { waitUntil: 'networkidle' });

  expect(response?.status()).toBe(200);
  await expect(page).toHaveTitle(/./);
  expect(complaints).toEqual([]);
});

test('a page that does not exist answers 404', async ({ request }) => {
  expect((await request.get('/no-such-page')).status()).toBe(404);
});
