import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './tests/support/browser.mjs';

const port = process.env.E2E_PORT ?? '4100';
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  // A test that needs luck is broken.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
  projects: [
    { name: 'desktop', testIgnore: '**/*.phone.spec.ts', use: { viewport: { width: 1280, height: 800 } } },
    { name: 'phone', testMatch: '**/*.phone.spec.ts', use: devices['Pixel 7'] },
  ],
  // The README's own first command, so that what a person starts is what is tested.
  webServer: {
    command: 'npm start',
    env: { PORT: port },
    url: `${baseURL}/`,
    reuseExistingServer: false,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
