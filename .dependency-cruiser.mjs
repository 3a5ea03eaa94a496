/**
 * The walls of the house. Every comment speaks to the person who broke the rule and offers the way out.
 * tests/architecture.test.ts plants a brick on the wrong side of each and expects exactly that rule to answer.
 */

/** The floors of lib/core from the ground up; rooms on one floor do not import each other either. */
const FLOORS = [
  ['assert'],
  ['net'],
  ['ec2'],
  ['vpc'],
  ['rules'],
  ['simulate', 'reach'],
  ['flowlog'],
  ['explain'],
  ['scenario'],
  ['quiz'],
  ['study', 'export', 'lesson'],
];

/** The only packages below the pure line: they run in a test, a worker, a browser, a server and a terminal alike. */
const PURE_PACKAGES = ['zod', 'pure-rand', 'ts-fsrs', 'hyparquet-writer', 'fflate'];

const DATABASE_DRIVERS = ['@photostructure/sqlite', 'better-sqlite3', 'node-sqlite3-wasm', 'pg', 'postgres'];

const PARTS = 'lib/core|lib/server|lib/browser|lib/cli|components|app';

/** Where zod parses what comes from outside. Everything behind a door trusts the types. */
const DOORS = ['^lib/core/.+/schema\\.ts$', '^lib/core/.+/read-[^/]+\\.ts$'];
const SCHEMA = '^lib/core/ec2/schema/';

const rooms = (names) => `^lib/core/(${names.join('|')})(/|\\.ts$)`;
const packages = (names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const AT_RUNTIME = { dependencyTypesNot: ['type-only'] };

const purity = [
  {
    name: 'core-no-outside',
    comment:
      'lib/core runs in a test, a worker, a browser, a server and a terminal alike, so it cannot know any of them. ' +
      'Pass what you need as an argument, or move the caller up into lib/server, lib/browser, lib/cli, components or app.',
    from: { path: '^lib/core/' },
    to: { path: '^(lib/(server|browser|cli)|components|app|content|tests)/' },
  },
  {
    name: 'core-no-node',
    comment:
      'lib/core has no disk, no process and no network: it must also run in a browser. ' +
      'Read in lib/server or lib/cli and hand the core the text.',
    from: { path: '^lib/core/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'core-only-pure-packages',
    comment:
      `Below the pure line stand only ${PURE_PACKAGES.join(', ')}. React and Next belong into components and app. ` +
      'A package that touches no screen, disk, clock or die may be added to PURE_PACKAGES, with a note in ARCHITECTURE.md.',
    from: { path: '^lib/core/' },
    to: { path: '(^|/)node_modules/', pathNot: packages(PURE_PACKAGES) },
  },
];

const floors = FLOORS.flatMap((floor, level) =>
  floor.map((room) => {
    const above = FLOORS.slice(level)
      .flat()
      .filter((other) => other !== room);
    return {
      name: `floor-${room}`,
      comment:
        room === 'net'
          ? 'Arithmetic has no cloud: net knows addresses, ports and packets, and no noun of AWS. Move the AWS part up into ec2, vpc or rules.'
          : `Every import in lib/core points down, and ${room} stands below (or beside) the room you reach for. ` +
            'Move the thing both need to a lower floor, or let the upper room call you and pass it in.',
      from: { path: rooms([room]) },
      to: { path: rooms(above) },
    };
  }),
).filter((rule) => rule.to.path !== rooms([]));

const witnesses = [
  {
    name: 'strangers',
    comment:
      'The simulator and the analyzer write the walk twice, so that their agreement is evidence: two witnesses who have talked are one witness. ' +
      'What both need belongs to rules or below; comparing them, or replaying what the analyzer proposes, belongs to scenario or to a test.',
    from: { path: '^lib/core/(simulate|reach)/' },
    to: { path: '^lib/core/(simulate|reach)/', pathNot: '^lib/core/$1/' },
  },
  {
    name: 'reach-sees-no-host-and-no-log',
    comment:
      'Reachability Analyzer cannot see inside an instance, nor what happened, and neither may ours: it reads the Snapshot alone. ' +
      'If a host decides, say so one floor higher, in scenario.',
    from: { path: '^lib/core/reach/' },
    to: { path: ['^lib/core/flowlog/', '^lib/core/.+/(hosts?|world)\\.ts$'] },
  },
  {
    name: 'log-knows-no-should',
    comment: 'The flow log knows what happened, not what should have. Compare the two in scenario or above.',
    from: { path: '^lib/core/flowlog/' },
    to: { path: '^lib/core/reach/' },
  },
];

const doors = [
  {
    name: 'zod-only-at-doors',
    comment:
      'zod stands at doors only: it is heavy in a browser, and behind a door nothing is checked twice. ' +
      'Use `import type` for the shape, or move the parsing into a read-….ts or schema.ts.',
    from: { path: '^lib/core/', pathNot: [SCHEMA, ...DOORS] },
    to: { path: [packages(['zod']), SCHEMA], ...AT_RUNTIME },
  },
  {
    name: 'doors-only-from-outside',
    comment:
      'A door (read-….ts, schema.ts) drags zod in behind it, so only lib/server, lib/cli, lib/browser, app and tests pass through one. ' +
      'Take the parsed value as an argument, or `import type`.',
    from: { path: '^lib/core/', pathNot: [SCHEMA, ...DOORS] },
    to: { path: DOORS, ...AT_RUNTIME },
  },
  {
    name: 'no-zod-in-components',
    comment:
      'zod costs the page about 35 KB. Parse on the server or in lib/browser, behind a lazy import, and hand the component the value.',
    from: { path: '^components/' },
    to: { path: [packages(['zod']), SCHEMA, ...DOORS], ...AT_RUNTIME },
  },
  {
    name: 'one-door-to-mdx',
    comment:
      "mdx-bundler's server half starts esbuild, and MDX is code: only lib/server/content.ts may call it. " +
      'Ask content.ts for the lesson. (mdx-bundler/client is free, in server components.)',
    from: { path: `^(${PARTS})/`, pathNot: '^lib/server/content\\.ts$' },
    to: { path: packages(['mdx-bundler']), pathNot: 'mdx-bundler/(dist/)?client' },
  },
  {
    name: 'one-door-to-the-database',
    comment:
      'Which database driver we use is a one-file decision, and that file is lib/server/db.ts. Ask it.',
    from: { path: `^(${PARTS})/`, pathNot: '^lib/server/db\\.ts$' },
    to: { path: [packages(DATABASE_DRIVERS), '^(node:)?sqlite$'] },
  },
];

const parts = [
  {
    name: 'components-no-server',
    comment:
      'A component needs a core type, never a row, a file or a command. ' +
      'Let the route in app/ fetch it and pass it down as a prop.',
    from: { path: '^components/' },
    to: { path: '^lib/(server|cli)/' },
  },
  {
    name: 'only-app-joins',
    comment: 'app/ joins the parts and nothing joins app/. Move what you need into the part it speaks of.',
    from: { pathNot: '^(app|tests)/' },
    to: { path: '^app/' },
  },
  {
    name: 'play-knows-no-workbench',
    comment:
      'A phone in a classroom must not download the workbench, not even through a third file. ' +
      'Show the QuestionView with pieces from components/ui, quiz and the plain topology figure.',
    from: { path: '^components/play/' },
    to: {
      path: ['^components/case/', '^components/topology/(pan-and-zoom|view)', packages(['@xyflow/[^/]+'])],
      reachable: true,
    },
  },
  {
    name: 'server-and-cli-no-framework',
    comment:
      'lib/server and lib/cli are tested without Next and without a screen. ' +
      'Cookies, headers and redirects belong into app/; pass their values as arguments.',
    from: { path: '^lib/(server|cli)/' },
    to: { path: [packages(['react', 'react-dom', 'next']), '^components/'] },
  },
  {
    name: 'browser-no-server',
    comment:
      'lib/browser is shipped to the browser: what it imports from the server would be shipped too, or break. ' +
      'Call the server over HTTP, and let app/ and components/ stand above both.',
    from: { path: '^lib/browser/' },
    to: { path: ['^(lib/(server|cli)|components)/', packages(['next'])] },
  },
  {
    name: 'no-tests-in-the-product',
    comment: 'What runs in production may not lean on a test. Move the helper into the part that needs it.',
    from: { path: `^(${PARTS})/` },
    to: { path: '^tests/' },
  },
  {
    name: 'relative-inside-a-part',
    comment:
      'Inside a part imports are relative, so that every `@/` is a border crossing one can see. Write ./ or ../ here.',
    from: { path: `^(${PARTS})/` },
    to: { path: '^$1/', dependencyTypes: ['aliased'] },
  },
  {
    name: 'alias-between-parts',
    comment: 'Between parts imports start with `@/`, so that a border crossing is seen. Write `@/…` here.',
    from: { path: `^(${PARTS})/` },
    to: { path: `^(${PARTS})/`, pathNot: '^$1/', dependencyTypesNot: ['aliased'] },
  },
];

const everywhere = [
  {
    name: 'no-circle',
    comment:
      'A circle is one big file in disguise. Move what both need into a third file, or pass one of them in as an argument.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-blind-spot',
    comment: 'This import leads nowhere, so no wall can judge it. Correct the path, or install the package.',
    from: { path: `^(${PARTS}|tests)/` },
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: [...purity, ...floors, ...witnesses, ...doors, ...parts, ...everywhere].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    // Without it a type-only import is invisible, and half of the walls are about types.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
