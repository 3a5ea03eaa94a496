/** The workbench: evidence is opened at its price, a reload loses nothing, and the drawing is used by keys alone. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const CASE = '/case/reflection-ssh~s3';

async function opened(page: Page): Promise<void> {
  await page.goto(CASE);
  await page.getByRole('tab', { name: /Route tables/ }).click();
  await page
    .locator('#evidence')
    .getByRole('button', { name: /price 1/ })
    .first()
    .click();
  await expect(page.getByRole('table').filter({ hasText: 'destination' })).toBeVisible({ timeout: 15_000 });
}

test('evidence costs its price once, and a reload loses nothing', async ({ page }) => {
  await opened(page);
  const line = page.getByText(/Evidence opened/);
  await expect(line).toHaveText(/opened 1 · cost 1/);
  await page.getByText('The instance itself').click();
  await page.reload();
  await expect(line).toHaveText(/opened 1 · cost 1/, { timeout: 15_000 });
  await expect(page.getByRole('radio', { name: /The instance itself/ })).toBeChecked();
  await page.getByRole('tab', { name: /Route tables/ }).click();
  await page.getByText('JSON', { exact: true }).click();
  await expect(page.getByText('$ aws ec2 describe-route-tables')).toBeVisible();
});

test('a log is filtered by chips and asked by a query, and a wrong query is told where', async ({ page }) => {
  await page.goto(CASE);
  await page.getByRole('tab', { name: /Flow logs/ }).click();
  await page
    .locator('#evidence')
    .getByRole('button', { name: /^search/ })
    .first()
    .click();
  const records = page.getByText(/\d+ of \d+ records/);
  await expect(records).toBeVisible({ timeout: 15_000 });
  await page.getByLabel('Field to filter by').selectOption('action');
  await page.getByLabel('Value of action').fill('REJECT');
  await page.getByLabel('Value of action').press('Enter');
  await expect(page.getByRole('button', { name: 'Remove the filter action REJECT' })).toBeVisible();
  await page.getByText('Query', { exact: true }).click();
  const query = page.getByLabel('CloudWatch Logs Insights query');
  await expect(query).toHaveValue(/filter action = "REJECT"/);
  await query.press('Control+Enter');
  await expect(page.getByText(/records matched/)).toBeVisible();
  await query.fill('filtr action = "REJECT"');
  await query.press('Control+Enter');
  await expect(page.getByText('line 1, column 1:')).toBeVisible();
  await query.fill('stats cou');
  await query.press('End');
  await query.pressSequentially('n');
  await expect(page.getByRole('option', { name: /^count/ }).first()).toBeVisible();
});

test('the drawing is one tab stop, and what is selected there is opened there', async ({ page }) => {
  await page.goto(CASE);
  const drawing = page.getByRole('group', { name: /^Network:/ }).filter({ visible: true });
  await expect(drawing.locator('[tabindex="0"]')).toHaveCount(1);
  await drawing.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  const node = drawing.getByRole('button', { name: /^web-a, / });
  await expect(node).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(node).toHaveAttribute('aria-pressed', 'true');
  await page
    .getByRole('button', { name: /^Network ACL/ })
    .first()
    .click();
  await expect(page.getByRole('tab', { name: /Network ACLs/ })).toHaveAttribute('aria-selected', 'true');
  await node.focus();
  await page.keyboard.press('Escape');
  await expect(drawing.getByRole('button', { name: /^subnet edge-a/ })).toBeFocused();
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in opened evidence, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await opened(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

test('the way out shows the verdict and scores nothing; keys are listed by ?', async ({ page }) => {
  await page.goto(CASE);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press(']');
  await expect(page.getByRole('tab', { name: /Flow logs/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('d');
  await expect(page.getByRole('list', { name: 'Network as a list' })).toBeVisible();
  await page.getByRole('link', { name: 'Show me' }).click();
  await expect(page.getByText('You asked to be shown this.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Score' })).toContainText('shown', { timeout: 15_000 });
});

test('the verdict scores evidence and certainty, and its walk is stepped by keys', async ({ page }) => {
  await opened(page);
  await page.getByText('over 80 %').click();
  await page.getByText('Security group of the instance').click();
  await page.getByRole('button', { name: 'Check the answer' }).click();
  const score = page.getByRole('region', { name: 'Score' });
  await expect(score).toContainText(/Evidence: paid 1, \d+ (was|or less was) enough/, { timeout: 15_000 });
  await expect(score).toContainText(/over 80 % sure/);
  const says = page.getByRole('status').filter({ hasText: /^Step \d+ of \d+/ });
  await page.keyboard.press('Home');
  await expect(says).toContainText(/^Step 1 of/);
  await page.keyboard.press('ArrowRight');
  await expect(says).toContainText(/^Step 2 of/);
});

test('help is offered after two looks, and each hint has its price', async ({ page }) => {
  await opened(page);
  await page
    .locator('#evidence')
    .getByRole('button', { name: /price 1/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Not sure yet? Take a hint' }).click();
  await page.getByRole('button', { name: /What is still possible/ }).click();
  await expect(page.getByText(/What you have seen has not ruled out/)).toBeVisible({ timeout: 20_000 });
});

test('the drawing pans and zooms by wheel, drag and keys, and a click still selects', async ({ page }) => {
  await page.goto(CASE);
  const drawing = page.getByRole('group', { name: /^Network:/ }).filter({ visible: true });
  const seen = async () => (await drawing.getAttribute('viewBox')) ?? '';
  await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
  const whole = await seen();
  await page.keyboard.press('+');
  await expect.poll(seen).not.toBe(whole);
  const near = await seen();
  const box = await drawing.boundingBox();
  if (!box) throw new Error('the network is drawn');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, -300);
  await expect.poll(seen).not.toBe(near);
  const close = await seen();
  await page.mouse.down();
  await page.mouse.move(middle.x - 120, middle.y - 20, { steps: 4 });
  await page.mouse.up();
  await expect.poll(seen).not.toBe(close);
  await page.keyboard.press('f');
  await drawing.getByRole('button', { name: /^web-a, / }).click();
  await expect(drawing.getByRole('button', { name: /^web-a, / })).toHaveAttribute('aria-pressed', 'true');
});
