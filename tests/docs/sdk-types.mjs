/**
 * Reads the shapes of Network Insights out of AWS's own TypeScript types, for `network-insights-types.json`:
 *
 *     npm pack @aws-sdk/client-ec2 && tar xzf aws-sdk-client-ec2-*.tgz
 *     node tests/docs/sdk-types.mjs package 2026-11-24 > tests/docs/network-insights-types.json
 *
 * Only for whoever renews that table; no test needs the package.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const ROOTS = [
  'CreateNetworkInsightsPathRequest',
  'CreateNetworkInsightsPathResult',
  'StartNetworkInsightsAnalysisRequest',
  'StartNetworkInsightsAnalysisResult',
  'DescribeNetworkInsightsAnalysesResult',
];

const [folder = 'package', read = ''] = process.argv.slice(2);
const models = path.join(folder, 'dist-types/models');
const files = (await readdir(models)).filter((name) => name.endsWith('.d.ts'));
const text = (await Promise.all(files.map((name) => readFile(path.join(models, name), 'utf8')))).join('\n');
const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');

const interfaces = new Map(
  [...bare.matchAll(/export interface (\w+) (?:extends \w+ )?\{([^}]*)\}/g)].map(([, name, body]) => [
    name,
    Object.fromEntries(
      [...body.matchAll(/(\w+)(\??): ([^;]+);/g)].map(([, field, , type]) => [
        field,
        type.replace(/ ?\| undefined/g, '').trim(),
      ]),
    ),
  ]),
);
const enums = new Map(
  [...bare.matchAll(/export declare const (\w+): \{([^}]*)\}/g)].map(([, name, body]) => [
    name,
    [...body.matchAll(/readonly \w+: "([^"]*)"/g)].map(([, value]) => value),
  ]),
);

const types = {};
const values = {};
const visit = (name) => {
  if (name in types || name in values) return;
  if (enums.has(name)) values[name] = enums.get(name);
  const fields = interfaces.get(name);
  if (!fields) return;
  types[name] = fields;
  for (const type of Object.values(fields)) visit(type.replace('[]', ''));
};
for (const root of ROOTS) visit(root);
const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
process.stdout.write(
  `${JSON.stringify({ package: '@aws-sdk/client-ec2', version, read, types, values }, null, 2)}\n`,
);
