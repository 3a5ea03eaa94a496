#!/usr/bin/env node
/** What `npx flowtrap` runs: the bundle in dist/, made first when it is missing (`npm ci --ignore-scripts`) or stale. */
import { pathToFileURL } from 'node:url';
import { bundle, bundled, isStale } from './bundle.mjs';

let ready = true;
try {
  if (isStale()) await bundle();
} catch (error) {
  console.error(`cannot bundle the command: ${error.message}`);
  process.exitCode = 1;
  ready = false;
}
if (ready) await import(pathToFileURL(bundled).href);
