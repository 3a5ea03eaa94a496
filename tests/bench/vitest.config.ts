import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** `npm run bench`. The absolute numbers are this machine's; read the ratios that stand below each group. */
export default defineConfig({
  root: path('../..'),
  resolve: { alias: { '@': path('../..'), 'server-only': path('../support/server-only.ts') } },
  test: {
    environment: 'node',
    benchmark: { include: ['tests/bench/**/*.bench.ts'] },
    // One at a time: two benchmarks on one machine measure each other.
    fileParallelism: false,
  },
});
