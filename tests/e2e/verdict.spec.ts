/** The verdict shows the network as it is, and says of each card what its run really did. */
import { expect, test } from '@playwright/test';

const verdict = (seed: string): string => `/case/reflection-ssh~${seed}?answer=security-group`;

test('what is not as designed is marked in the drawing and in the table, and only after the answer', async ({
  page,
}) => {
  await page.goto('/case/reflection-ssh~eyes-4');
  await expect(page.locator('#network')).not.toContainText('pending');
  await page.goto(verdict('eyes-4'));
  const network = page.locator('#network');
  await expect(network.getByRole('group', { name: /^Network:/ }).filter({ visible: true })).toContainText(
    'pending acceptance',
  );
  await network.getByText('List', { exact: true }).click();
  await expect(
    network.getByRole('button', { name: /peering connection/ }).filter({ visible: true }),
  ).toContainText('pending acceptance');
});

test('a repair by a new address says that the new address is dialled', async ({ page }) => {
  await page.goto(verdict('eyes-49'));
  const strip = page.getByRole('region', { name: 'What if?' });
  await expect(strip).toContainText('there the attempts dial it');
  await expect(strip.getByRole('article').last()).toContainText(/Dial 192\.0\.2\.\d+, the new address/);
  await page.goto(verdict('eyes-4'));
  await expect(strip).not.toContainText('there the attempts dial it');
});

test('flows that were there get longer, they do not appear', async ({ page }) => {
  await page.goto(verdict('eyes-0'));
  const key = page.getByRole('region', { name: 'What if?' }).getByRole('article').last();
  await expect(key).toContainText(/\d+ → \d+ packets/);
  await expect(key).not.toContainText('appear');
});

test('the commands are lines that a shell takes', async ({ page }) => {
  await page.goto(verdict('eyes-49'));
  const key = page.getByRole('region', { name: 'What if?' }).getByRole('article').last();
  await key.getByText('As AWS CLI lines').click();
  const lines = await key.locator('pre code').allTextContents();
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^address=\$\(aws ec2 allocate-address \\\n {2}--domain vpc \\\n/);
  expect(lines[1]).toContain('--allocation-id "$address"');
});

test('the day of the log and of the ticket are printed', async ({ page }) => {
  await page.goto('/');
  await expect(
    page.locator('#log').getByText(/^\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d to \d\d:\d\d UTC$/),
  ).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText(/\d+ [A-Z][a-z]{2,3}, \d\d:\d\d UTC/);
});
