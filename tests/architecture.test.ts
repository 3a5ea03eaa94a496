/** Plants a brick on the wrong side of every wall and expects the machine to say exactly which wall, and why. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../.dependency-cruiser.mjs';
import {
  BRICKS,
  CLOCK_AND_DICE,
  CLOCKLESS,
  IMPURE_GLOBALS,
  NEIGHBOUR_CODE,
  NEIGHBOURS,
} from './support/bricks';
import { findColours } from './support/colour';
import { cruise } from './support/cruise.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const mirrors: string[] = [];

/** A folder with this project's configuration and packages, and none of its code. */
function mirror(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'flowtrap-bricks-'));
  mirrors.push(folder);
  for (const name of [
    '.dependency-cruiser.mjs',
    'tsconfig.json',
    'lib/core/tsconfig.json',
    'biome.json',
    '.gitignore',
    'tests/support/no-clock-no-dice.grit',
  ]) {
    cpSync(join(root, name), join(folder, name));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), code);
  }
  return folder;
}

const runIn = (folder: string, bin: string, ...args: string[]) => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules', bin), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout;
};

afterAll(() => {
  for (const folder of mirrors) rmSync(folder, { recursive: true, force: true });
});

describe('walls', () => {
  let broken: Awaited<ReturnType<typeof cruise>>;
  beforeAll(async () => {
    const neighbours = NEIGHBOURS.map((file) => [file, NEIGHBOUR_CODE]);
    broken = await cruise(
      mirror(Object.fromEntries([...neighbours, ...BRICKS.map(({ file, code }) => [file, code])])),
    );
  }, 60_000);

  it('looks at every brick', () => {
    expect(broken.unseen).toEqual([]);
    for (const { file } of BRICKS) expect(broken.modules).toContain(file);
  });

  it.each(BRICKS)('$file → $breaks', ({ file, breaks }) => {
    const rules = broken.violations.filter(({ from }) => from === file).map(({ rule }) => rule);
    expect([...new Set(rules)].sort()).toEqual([...breaks].sort());
  });

  it('answers for nothing but bricks', () => {
    const bricks = new Set(BRICKS.map(({ file }) => file));
    expect(broken.violations.filter(({ from }) => !bricks.has(from))).toEqual([]);
  });

  it('has a brick for every rule, and a word for whoever breaks it', () => {
    const proven = new Set(BRICKS.flatMap(({ breaks }) => breaks));
    const rules = configuration.forbidden;
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.filter(({ name }) => !proven.has(name))).toEqual([]);
    expect(rules.filter(({ comment }) => comment.length < 60)).toEqual([]);
  });
});

describe('the house itself', () => {
  it('breaks no wall', async () => {
    const { modules, unseen, violations } = await cruise(root);
    expect(modules.length).toBeGreaterThan(40);
    expect(unseen).toEqual([]);
    expect(violations.map(({ rule, from, to, comment }) => `${rule}: ${from} → ${to}. ${comment}`)).toEqual(
      [],
    );
  }, 60_000);

  it('has no room in lib/core without a floor', () => {
    const rooms = readdirSync(join(root, 'lib/core')).map((name) => name.replace(/\.ts$/, ''));
    const floors = configuration.forbidden.map(({ name }) => name.replace('floor-', ''));
    expect(rooms.length).toBeGreaterThan(5);
    expect(rooms.filter((room) => room !== 'tsconfig.json' && !floors.includes(room))).toEqual([]);
  });
});

describe('lib/core is pure', () => {
  it('is compiled without DOM and Node', () => {
    const files = IMPURE_GLOBALS.map((line, index) => [
      `lib/core/impure-${index}.ts`,
      `${line}\nexport {};\n`,
    ]);
    const pure =
      "import { z } from 'zod';\nexport const at = (now: number) => [new Date(now), z.string()];\n";
    const output = runIn(
      mirror(Object.fromEntries([...files, ['lib/core/pure.ts', pure]])),
      'typescript/bin/tsc',
      '-p',
      'lib/core',
    );
    const refused = [...output.matchAll(/impure-(\d+)\.ts\(1,/g)].map((match) => Number(match[1]));
    expect([...new Set(refused)].sort((a, b) => a - b)).toEqual(IMPURE_GLOBALS.map((_, index) => index));
    expect(output).not.toContain('lib/core/pure.ts');
  }, 60_000);

  it('has no clock and no dice', () => {
    const files = CLOCK_AND_DICE.flatMap((line, index) => [
      [`lib/core/net/brick-${index}.ts`, `${line}\n`],
      [`lib/server/brick-${index}.ts`, `${line}\n`],
    ]);
    const folder = mirror(Object.fromEntries([...files, ['lib/core/net/fine.ts', `${CLOCKLESS}\n`]]));
    const output = runIn(
      folder,
      '@biomejs/biome/bin/biome',
      'lint',
      '--reporter=json',
      '--max-diagnostics=none',
      'lib',
    );
    const answer = JSON.parse(output) as { diagnostics: { category: string; location: { path: string } }[] };
    const refused = answer.diagnostics
      .filter(({ category }) => category === 'plugin' || category === 'lint/style/noRestrictedGlobals')
      .map(({ location }) => location.path);
    expect([...new Set(refused)].sort()).toEqual(
      CLOCK_AND_DICE.map((_, index) => `lib/core/net/brick-${index}.ts`),
    );
  }, 60_000);
});

describe('colours', () => {
  it.each([
    '#fff',
    '#1a2B3c',
    '#11223344',
    'rgb(1 2 3)',
    'rgba(0,0,0,.5)',
    'hsl(1 2% 3%)',
    'oklch(1 0 0)',
    'text-red-500',
    'fill-white',
    'bg-[#123]',
  ])('sees %s', (literal) => {
    expect(findColours(`<path className="x ${literal}" />`)).toHaveLength(1);
  });

  it.each([
    'href="#bad"',
    "href={'#facade'}",
    'url(#fade)',
    'issue #12',
    'text-ink',
    'var(--ink)',
    'sg-0abc',
  ])('lets %s pass', (text) => {
    expect(findColours(text)).toEqual([]);
  });

  it('stand in app/tokens.css alone', () => {
    const files = ['app', 'components']
      .flatMap((folder) => filesBelow(folder))
      .filter((path) => path !== 'app/tokens.css');
    expect(files.length).toBeGreaterThan(3);
    const found = files.flatMap((path) =>
      findColours(readFileSync(join(root, path), 'utf8')).map((colour) => `${path}: ${colour}`),
    );
    expect(found, 'name the colour in app/tokens.css and use its token').toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(tsx?|css)$/.test(path));
}
