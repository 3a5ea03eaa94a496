/** A case is repaired by AWS CLI lines and by forms; what is wrong is told where, and a reload loses nothing. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Action } from '../../lib/core/ec2/actions/action';
import { formatAwsCli } from '../../lib/core/ec2/aws-cli';
import { openCase } from '../../lib/core/quiz/generate/open-case';
import { repairOf } from '../../lib/core/quiz/lab/repair-of';

/** The calls of the case's own repair. */
function repairOfCase(fault: string, seed: string): readonly Action[] {
  const asked = openCase({ kind: 'fault', id: fault }, seed);
  const question = asked && repairOf(asked.question);
  if (!question) throw new Error(`${fault}~${seed} can be repaired`);
  const { site, broken } = question.case;
  return site.repair(broken).flatMap((change) => (change.Service === 'ec2' ? [change] : []));
}

async function run(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}

test('by AWS CLI lines: a wrong line is told, the right ones mend it, and a reload keeps them', async ({
  page,
}) => {
  await page.goto('/lab/nacl-out-reply~lab');
  await page.getByText('CLI', { exact: true }).click();
  const text = page.getByLabel('AWS CLI lines, one call each');
  await text.fill('aws ec2 mend-it');
  await text.blur();
  await run(page);
  await expect(page.getByText(/line 1:/)).toBeVisible({ timeout: 20_000 });
  const lines = repairOfCase('nacl-out-reply', 'lab').map(formatAwsCli);
  await text.fill(lines.join('\n'));
  await text.blur();
  await run(page);
  await expect(page.getByText(/^Repaired/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Least privilege' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('list').filter({ hasText: 'aws ec2' })).toContainText(
    lines[0]?.slice(0, 40) ?? '',
  );
});

test('by forms: a rule is written, taken back, and written again', async ({ page }) => {
  const [call] = repairOfCase('sg-in-missing', 'lab');
  if (call?.Action !== 'AuthorizeSecurityGroupIngress') throw new Error('it is mended by one rule');
  const [permission] = call.IpPermissions;
  const peer = permission?.IpRanges?.[0]?.CidrIp ?? permission?.UserIdGroupPairs?.[0]?.GroupId;
  await page.goto('/lab/sg-in-missing~lab');
  await page.getByText('Security groups', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Security group' }).selectOption(String(call.GroupId));
  const form = page.getByRole('group', { name: 'Allow something more' });
  await form.getByRole('button', { name: 'Write the rule' }).click();
  await expect(form.getByRole('alert')).toHaveText(/needs a port/);
  await form.getByLabel('Port or range').fill(String(permission?.FromPort));
  await form.getByLabel(/^Source/).fill(String(peer));
  await form.getByRole('button', { name: 'Write the rule' }).click();
  const changes = page.getByRole('listitem').filter({ hasText: 'authorize-security-group-ingress' });
  await expect(changes).toHaveCount(1);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(changes).toHaveCount(0);
  await form.getByRole('button', { name: 'Write the rule' }).click();
  await run(page);
  await expect(page.getByText(/^Repaired/)).toBeVisible({ timeout: 20_000 });
});

test('what no call mends says so', async ({ page }) => {
  await page.goto('/lab/host-firewall~lab');
  await expect(page.getByRole('heading', { name: 'No call mends this case' })).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const)
  for (const width of [375, 1440])
    test(`axe finds nothing in the editor, and it fits, ${scheme}, ${width}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto('/lab/nacl-out-reply~lab');
      await page.getByText('Network ACLs', { exact: true }).click();
      await run(page);
      await expect(page.getByText('Nothing was changed')).toBeVisible({ timeout: 20_000 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      const [inside, outside] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(inside).toBeLessThanOrEqual(outside ?? 0);
    });
