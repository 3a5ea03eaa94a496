import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  resolve: { alias: { '@': path('.'), 'server-only': path('tests/support/server-only.ts') } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // Two cores are what CI has; a worker thread costs less memory than a process.
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
});
