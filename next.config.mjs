import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // A lock file in a folder above must not move the root, and with it the meaning of `@/`.
  turbopack: { root },
  outputFileTracingRoot: root,
  typescript: { ignoreBuildErrors: false },
};
