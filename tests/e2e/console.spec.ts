/** No page complains: nothing is written to the console as an error, and nothing throws while React takes over. */
import { expect, test } from '@playwright/test';

const PATHS = [
  '/',
  '/case/reflection-ssh~s3',
  '/case/reflection-ssh~s3?answer=host',
  '/case/level-4~first',
  '/lab/nacl-out-reply~lab',
  '/predict/sg-in-missing~predict',
];

for (const path of PATHS)
  test(`${path} is taken over without a complaint`, async ({ page }) => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
  });
