/** The one engine of a page. The bundler finds the worker by this very expression. */
import { EngineClient } from './client';

export const engine = new EngineClient(
  () =>
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'flowtrap-engine' }),
);
