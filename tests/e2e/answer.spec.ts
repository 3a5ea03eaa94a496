/** The case is answered by mouse, by keyboard alone, and without JavaScript. */
import { expect, type Page, test } from '@playwright/test';

const SILENT = '/';

async function expectStrip(page: Page): Promise<void> {
  const cards = page.getByRole('region', { name: 'What if?' }).getByRole('article');
  await expect(cards).toHaveCount(4);
  await expect(cards.filter({ hasText: 'Handshake completes' })).toHaveCount(1);
  await expect(cards.filter({ hasText: 'Still times out' })).toHaveCount(3);
  await expect(cards.last()).toContainText('key');
  await expect(cards.last()).toContainText('Handshake completes');
}

test('by mouse: a wrong layer, and the run that shows why', async ({ page }) => {
  await page.goto(SILENT);
  await expect(page.locator('#log').getByText('No traffic in 15 minutes')).toBeVisible();
  await page.getByText('Security group of the instance').click();
  await page.getByRole('button', { name: 'Check the answer' }).click();

  const verdict = page.getByRole('heading', { name: 'Not this layer' });
  await expect(verdict).toBeVisible();
  await expect(verdict).toBeFocused();
  await expect(page).toHaveURL(/answer=security-group/);
  await expect(page).toHaveTitle(/^Not this layer/);
  await expectStrip(page);
  await expect(page.getByRole('article').filter({ hasText: 'your answer' })).toContainText('Still no record');
  await expect(page.getByRole('heading', { name: 'I cannot SSH into the new instance' })).toBeVisible();
});

test('by mouse: the same trap again is another VPC, reproduced by its link', async ({ page, context }) => {
  await page.goto(`${SILENT}`);
  const first = await page.getByRole('article').first().innerText();
  await page.getByText('The instance itself').click();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await page.getByRole('link', { name: 'Same trap, new VPC' }).click();
  await expect(page.getByRole('button', { name: 'Check the answer' })).toBeVisible();
  await expect(page).toHaveURL(/\/case\/reflection-ssh~[0-9a-f]{8}\?v=\d+$/);
  const second = await page.getByRole('article').first().innerText();
  expect(second).not.toBe(first);

  const again = await context.newPage();
  await again.goto(page.url());
  expect(await again.locator('main').innerText()).toBe(await page.locator('main').innerText());
});

test('by keyboard alone: number keys choose, Enter checks', async ({ page }) => {
  await page.goto(SILENT);
  await page.keyboard.press('3');
  await expect(page.getByRole('radio', { name: /Routing and what lies upstream/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Right: routing/ })).toBeFocused();
  await expectStrip(page);
});

test('by keyboard alone: skip link, arrows and Enter, no shortcut', async ({ page }) => {
  await page.goto(SILENT);
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if (
      await page
        .getByRole('link', { name: 'Skip to the question' })
        .evaluate((link) => link === document.activeElement)
    )
      break;
  }
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /Routing and what lies upstream/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Right: routing/ })).toBeFocused();
});

test('the button says what is missing when nothing is chosen', async ({ page }) => {
  await page.goto(SILENT);
  await page.getByRole('button', { name: 'Check the answer' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/case/reflection-ssh~welcome-8?answer=');
  await expect(
    page.getByRole('alert').filter({ hasText: 'Choose one of the four options first.' }),
  ).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the case is answered, and the views switch', async ({ page }) => {
    await page.goto(SILENT);
    await page.getByText('List', { exact: true }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'target' }).last()).toBeVisible();
    await page.getByText('Raw', { exact: true }).click();
    await expect(page.getByRole('region', { name: 'raw' }).first()).toContainText('NODATA');
    await page.getByText('Network ACL of the subnet').click();
    await page.getByRole('button', { name: 'Check the answer' }).click();
    await expect(page.getByRole('heading', { name: 'Not this layer' })).toBeVisible();
    await expectStrip(page);
  });
});
