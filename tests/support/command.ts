/** Runs the real command as a process, on documents written to a folder of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const COMMAND = fileURLToPath(new URL('../../lib/cli/flowtrap.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'flowtrap-'));
let files = 0;

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function flowtrap(args: readonly string[], stdin = ''): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [COMMAND, ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
    child.stdin?.on('error', () => undefined).end(stdin);
  });
}

/** A file with this text, or this value as JSON. */
export function file(content: unknown): string {
  const name = path.join(folder, `${files++}.json`);
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

export const emptyFolder = mkdtempSync(path.join(tmpdir(), 'flowtrap-empty-'));

/** A folder with one file per entry. */
export function folderOf(contents: Readonly<Record<string, unknown>>): string {
  const made = mkdtempSync(path.join(folder, 'calls-'));
  for (const [name, content] of Object.entries(contents))
    writeFileSync(path.join(made, name), JSON.stringify(content));
  return made;
}
