/** What a browser downloads as script when a page opens, on top of the empty page of the same build. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';

const BUDGETS = [
  { path: '/', kilobytes: 25 },
  { path: '/case/reflection-ssh~budget', kilobytes: 70 },
  { path: '/learn', kilobytes: 10 },
  { path: '/learn/symptom-rows', kilobytes: 10 },
];

for (const { path, kilobytes } of BUDGETS) {
  test(`${path} stays within ${kilobytes} KB of script`, async ({ page }) => {
    const scripts = await scriptsOf(page, path);
    const empty = emptyPage();
    const shared = [...scripts.keys()].filter((name) => empty.has(name));
    expect(shared.length, 'the page loads what every page loads; else we subtract the wrong files').toBe(
      empty.size,
    );

    const own = [...scripts].filter(([name]) => !empty.has(name)).map(([, size]) => size);
    const bytes = own.reduce((sum, size) => sum + size, 0);
    console.log(
      `${path}: ${(bytes / 1024).toFixed(1)} KB gzip in ${own.length} scripts above the empty page`,
    );
    expect(bytes).toBeLessThanOrEqual(kilobytes * 1024);
  });
}

/** Chunk -> its size in bytes after gzip. */
async function scriptsOf(page: Page, path: string): Promise<Map<string, number>> {
  const bodies: Promise<[string, number]>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    bodies.push(response.body().then((body) => [pathname.replace('/_next/', ''), gzipSync(body).length]));
  });
  const response = await page.goto(path, { waitUntil: 'networkidle' });
  expect(response?.status()).toBe(200);
  return new Map(await Promise.all(bodies));
}

/** React and Next themselves. The polyfills are `nomodule`: no browser that can run us loads them. */
function emptyPage(): Set<string> {
  const manifest = JSON.parse(readFileSync('.next/build-manifest.json', 'utf8')) as {
    rootMainFiles: string[];
  };
  expect(manifest.rootMainFiles.length).toBeGreaterThan(0);
  return new Set(manifest.rootMainFiles);
}
