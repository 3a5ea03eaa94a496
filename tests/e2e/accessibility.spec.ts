/** axe finds nothing, in either theme, before and after the answer, on every page there is. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const PAGES = [
  ['the first page', '/'],
  ['a case with records and rules', '/case/reflection-ssh~s3'],
  ['a verdict: right', '/case/reflection-ssh~welcome-8?answer=upstream'],
  ['a verdict: wrong', '/case/reflection-ssh~s3?answer=host'],
  ['a verdict that rests on something inferred', '/case/reflection-ssh~eyes-0?answer=upstream'],
  ['a missing answer', '/case/reflection-ssh~s3?answer='],
  ['another version', '/case/reflection-ssh~s3?v=0'],
  ['a trap', '/traps/reflection-ssh'],
  ['all traps', '/traps'],
  ['all lessons', '/learn'],
  ['a lesson', '/learn/two-tools'],
  ['a lesson with records explained', '/learn/record-fields'],
  ['the glossary', '/glossary'],
  ['no such page', '/nowhere'],
] as const;

for (const scheme of ['light', 'dark'] as const) {
  for (const [name, path] of PAGES) {
    test(`${name}, ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(path);
      // What is folded away is judged too.
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '');
      });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    });
  }
}

test('the table views too', async ({ page }) => {
  await page.goto('/case/reflection-ssh~s3');
  await page.getByText('Table', { exact: true }).first().click();
  await page.getByText('Raw', { exact: true }).click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
