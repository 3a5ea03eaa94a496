/** Files for a command: read whole, refused when too large, parsed with every issue told at once. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { formatPath, type Issue, MOST_ISSUES } from '@/lib/core/ec2/issue';
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import { type ParsedWorld, parseWorld } from '@/lib/core/simulate/parse-world';
import { readWorld } from '@/lib/core/simulate/read-world';
import type { Network } from '@/lib/core/vpc/network';
import { parseNetwork } from '@/lib/core/vpc/parse-network';
import { CliError } from './cli-error';
import { readFolder } from './folder';
import { reasonOf } from './reason';

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

/** One JSON document that is neither a world nor a snapshot. */
export async function loadJson(command: string, file: string): Promise<unknown> {
  return parseJson(command, file, await loadText(command, file));
}

export async function loadText(command: string, file: string): Promise<string> {
  return readText(command, file, { document: file, left: MOST_BYTES });
}

async function readDocument(command: string, file: string): Promise<unknown> {
  const isFolder = file !== '-' && (await stat(file).catch(() => undefined))?.isDirectory();
  // The files of a folder become one document: together they are as limited as one file.
  const budget: Budget = { document: file, left: MOST_BYTES };
  const read = async (name: string): Promise<unknown> =>
    parseJson(command, name, await readText(command, name, budget));
  return isFolder ? readFolder(command, file, read) : read(file);
}

interface Budget {
  readonly document: string;
  left: number;
}

/** Bytes are counted as they come: a pipe or a device has no size to ask for. */
async function readText(command: string, file: string, budget: Budget): Promise<string> {
  const source = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      budget.left -= chunk.length;
      if (budget.left < 0)
        throw new CliError(
          `flowtrap ${command}: \`${budget.document}\` is larger than 64 MB, which is more than this command reads`,
        );
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`flowtrap ${command}: \`${file}\` cannot be read: ${reasonOf(error)}`);
  }
  return Buffer.concat(chunks).toString('utf8');
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
  const lines = issues.map(({ path, message }) => `  ${formatPath(path)}: ${message}`);
  return `flowtrap ${command}: ${countText(issues.length)} in \`${file}\`\n${lines.join('\n')}\n`;
}

/** Doors stop counting at a limit: that many may not be all there are. */
function countText(count: number): string {
  if (count === 1) return '1 issue';
  return count < MOST_ISSUES ? `${count} issues` : `the first ${count} issues`;
}
