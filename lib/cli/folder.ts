/** A folder with one file per call (`Vpcs.json`, `describe-subnets.json` …) as one Snapshot. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { CliError } from './cli-error';
import { reasonOf } from './reason';

/** `read` parses one file, and complains in its own words. */
export async function readFolder(
  command: string,
  folder: string,
  read: (file: string) => Promise<unknown>,
): Promise<unknown> {
  const files = await jsonFilesIn(command, folder);
  if (files.length === 0)
    throw new CliError(`flowtrap ${command}: \`${folder}\` is a folder without .json files`);
  const merged: Record<string, unknown> = {};
  for (const file of files) {
    const content = await read(path.join(folder, file));
    // The bare list of one call, or its whole answer under the API's own key.
    const answer = Array.isArray(content) ? { [keyOf(file)]: content } : content;
    if (typeof answer !== 'object' || answer === null)
      throw new CliError(`flowtrap ${command}: \`${file}\` holds neither a list nor an object`);
    for (const [key, rows] of Object.entries(answer)) {
      const known = Object.hasOwn(merged, key) ? merged[key] : undefined;
      merged[key] = Array.isArray(known) && Array.isArray(rows) ? [...known, ...rows] : rows;
    }
  }
  // What a call says about itself is no row of anything.
  const { NextToken: _token, ResponseMetadata: _metadata, ...snapshot } = merged;
  return snapshot;
}

async function jsonFilesIn(command: string, folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  } catch (error) {
    throw new CliError(`flowtrap ${command}: \`${folder}\` cannot be read: ${reasonOf(error)}`);
  }
}

/** `describe-route-tables.json` -> `RouteTables` */
function keyOf(file: string): string {
  const name = file.replace(/\.json$/, '').replace(/^describe-/, '');
  return name.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
