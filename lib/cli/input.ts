/** Files for a command: read whole, refused when too large, parsed with every issue told at once. */
import { readFile, stat } from 'node:fs/promises';
import { formatPath, type Issue } from '@/lib/core/ec2/issue';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { type ParsedWorld, parseWorld } from '@/lib/core/simulate/parse-world';
import { readWorld } from '@/lib/core/simulate/read-world';
import type { Network } from '@/lib/core/vpc/network';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { CliError } from './cli-error';
import { readFolder } from './folder';

/** Documents are held in memory whole; 64 MB of JSON is ten times the largest network we know of. */
const MOST_BYTES = 64 * 1024 * 1024;

export async function loadWorld(command: string, file: string): Promise<ParsedWorld> {
  const read = readWorld(await readDocument(command, file));
  if ('issues' in read) throw new CliError(issueList(command, file, read.issues));
  const door = parseWorld(read.world);
  if ('issues' in door) throw new CliError(issueList(command, file, door.issues));
  noteAll(command, [...read.notices, ...door.notices]);
  return door.world;
}

/** What AWS can tell, of a snapshot or of a world: the document itself and the network that it says. */
export async function loadSnapshot(
  command: string,
  file: string,
): Promise<{ readonly snapshot: Snapshot; readonly network: Network }> {
  const read = readWorld(await readDocument(command, file));
  if ('issues' in read) throw new CliError(issueList(command, file, read.issues));
  const { Snapshot: snapshot } = read.world;
  const door = parseNetwork(snapshot);
  if ('issues' in door) throw new CliError(issueList(command, file, door.issues));
  noteAll(command, [...read.notices, ...door.notices]);
  return { snapshot, network: door.network };
}

function noteAll(command: string, notices: readonly Issue[]): void {
  for (const notice of notices)
    process.stderr.write(`flowtrap ${command}: note: ${formatPath(notice.path)}: ${notice.message}\n`);
}

async function readDocument(command: string, file: string): Promise<unknown> {
  const isFolder = file !== '-' && (await stat(file).catch(() => undefined))?.isDirectory();
  const read = async (name: string): Promise<unknown> =>
    parseJson(command, name, await readText(command, name));
  return isFolder ? readFolder(file, read) : read(file);
}

async function readText(command: string, file: string): Promise<string> {
  const tooLarge = (): never => {
    throw new CliError(
      `flowtrap ${command}: \`${file}\` is larger than 64 MB, which is more than this command reads`,
    );
  };
  if (file === '-') {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) tooLarge();
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`flowtrap ${command}: \`${file}\` cannot be read: ${reasonOf(error)}`);
  }
}

/** Why the system did not let us read. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'permission is denied';
  if (code === 'EISDIR') return 'it is a folder';
  return code || 'unknown reason';
}

function parseJson(command: string, file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const where = error instanceof Error ? error.message.replace(/\s+/g, ' ') : '';
    throw new CliError(
      `flowtrap ${command}: \`${file}\` is not JSON: ${where.charAt(0).toLowerCase()}${where.slice(1)}`,
    );
  }
}

function issueList(command: string, file: string, issues: readonly Issue[]): string {
  const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
  const lines = issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  return `flowtrap ${command}: ${count} in \`${file}\`\n${lines.join('\n')}\n`;
}
