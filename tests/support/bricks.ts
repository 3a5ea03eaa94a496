/** One brick on the wrong side of every wall, and bricks that look alike and are allowed. Files of a house that never stands. */

export interface Brick {
  readonly file: string;
  readonly code: string;
  /** The rules that must answer, exactly; none for an allowed brick. */
  readonly breaks: readonly string[];
}

const brick = (file: string, code: string, ...breaks: string[]): Brick => ({ file, code, breaks });

/** What the bricks lean on: rooms in which nothing is wrong. */
export const NEIGHBOURS = [
  'app/page.tsx',
  'components/case/workbench.tsx',
  'components/topology/pan-and-zoom.tsx',
  'components/topology/figure.tsx',
  'components/ui/button.tsx',
  'content/networks/net.ts',
  'lib/browser/store.ts',
  'lib/cli/report.ts',
  'lib/server/rooms.ts',
  'lib/core/assert.ts',
  'lib/core/net/cidr.ts',
  'lib/core/ec2/schema/vpc.ts',
  'lib/core/ec2/actions/create-route.ts',
  'lib/core/ec2/read-snapshot.ts',
  'lib/core/vpc/network.ts',
  'lib/core/rules/route-table.ts',
  'lib/core/simulate/host.ts',
  'lib/core/simulate/walk.ts',
  'lib/core/reach/search.ts',
  'lib/core/flowlog/record.ts',
  'lib/core/explain/step.ts',
  'lib/core/scenario/generate.ts',
  'lib/core/quiz/ask.ts',
  'lib/core/study/drill.ts',
  'lib/core/export/gift.ts',
  'tests/support/notation.ts',
];

export const NEIGHBOUR_CODE = 'export const it = 1;\nexport type It = typeof it;\n';

const core = [
  brick('lib/core/net/a1.ts', "import 'react';", 'core-only-pure-packages'),
  brick('lib/core/net/a2.ts', "import 'next/headers';", 'core-only-pure-packages'),
  brick('lib/core/net/a3.ts', "import 'node:fs';", 'core-no-node'),
  brick('lib/core/net/a4.ts', "import type { Stats } from 'fs';\nexport type S = Stats;", 'core-no-node'),
  brick('lib/core/net/a5.ts', "import '@/lib/server/rooms';", 'core-no-outside'),
  brick('lib/core/net/a6.ts', "import '@/lib/browser/store';", 'core-no-outside'),
  brick('lib/core/net/a7.ts', "import '@/components/ui/button';", 'core-no-outside'),
  brick('lib/core/net/a8.ts', "import '@/app/page';", 'core-no-outside', 'only-app-joins'),
  brick('lib/core/net/a9.ts', "import '@/content/networks/net';", 'core-no-outside'),
  brick('lib/core/net/a10.ts', "import '@/lib/cli/report';", 'core-no-outside'),
];

const floors = [
  brick('lib/core/assert/b1.ts', "import '../net/cidr';", 'floor-assert'),
  brick('lib/core/net/b2.ts', "import '../ec2/actions/create-route';", 'floor-net'),
  brick('lib/core/ec2/b3.ts', "import type { It } from '../vpc/network';\nexport type X = It;", 'floor-ec2'),
  brick('lib/core/vpc/b4.ts', "import '../rules/route-table';", 'floor-vpc'),
  brick('lib/core/rules/b5.ts', "import '../simulate/walk';", 'floor-rules'),
  brick('lib/core/simulate/b6.ts', "import '../flowlog/record';", 'floor-simulate'),
  brick('lib/core/reach/b7.ts', "import '../explain/step';", 'floor-reach'),
  brick('lib/core/flowlog/b8.ts', "import '../explain/step';", 'floor-flowlog'),
  brick('lib/core/explain/b9.ts', "import '../scenario/generate';", 'floor-explain'),
  brick('lib/core/scenario/b10.ts', "import '../quiz/ask';", 'floor-scenario'),
  brick('lib/core/quiz/b11.ts', "import '../study/drill';", 'floor-quiz'),
  brick('lib/core/lesson/b13.ts', "import '../study/drill';", 'floor-lesson'),
  brick('lib/core/study/b12.ts', "import '../export/gift';", 'floor-study'),
  brick('lib/core/export/b13.ts', "import '../study/drill';", 'floor-export'),
];

const witnesses = [
  brick('lib/core/simulate/c1.ts', "import '../reach/search';", 'floor-simulate', 'strangers'),
  brick(
    'lib/core/reach/c2.ts',
    "import type { It } from '../simulate/walk';\nexport type X = It;",
    'floor-reach',
    'strangers',
  ),
  brick(
    'lib/core/reach/c3.ts',
    "import '../simulate/host';",
    'floor-reach',
    'reach-sees-no-host-and-no-log',
    'strangers',
  ),
  brick(
    'lib/core/reach/c4.ts',
    "import '../flowlog/record';",
    'floor-reach',
    'reach-sees-no-host-and-no-log',
  ),
  brick('lib/core/flowlog/c5.ts', "import '../reach/search';", 'log-knows-no-should'),
];

const doors = [
  brick(
    'lib/core/scenario/d1.ts',
    "import { it } from '../ec2/schema/vpc';\nexport const x = it;",
    'zod-only-at-doors',
  ),
  brick('lib/core/simulate/d2.ts', "import { z } from 'zod';\nexport const x = z;", 'zod-only-at-doors'),
  brick('lib/core/simulate/d3.ts', "export const x = () => import('zod');", 'zod-only-at-doors'),
  brick('lib/core/quiz/d4.ts', "import '../ec2/read-snapshot';", 'doors-only-from-outside'),
  brick('components/case/d5.tsx', "import { z } from 'zod';\nexport const x = z;", 'no-zod-in-components'),
  brick('components/case/d6.tsx', "import '@/lib/core/ec2/read-snapshot';", 'no-zod-in-components'),
  brick('lib/server/d7.ts', "import 'mdx-bundler';", 'one-door-to-mdx'),
  brick('app/d8.tsx', "import 'mdx-bundler';", 'one-door-to-mdx'),
  brick('lib/server/d9.ts', "import 'pg';", 'no-blind-spot', 'one-door-to-the-database'),
  brick('lib/server/d10.ts', "import '@photostructure/sqlite';", 'no-blind-spot', 'one-door-to-the-database'),
];

const parts = [
  brick('components/ui/e1.tsx', "import '@/lib/server/rooms';", 'components-no-server'),
  brick('components/ui/e2.tsx', "import '@/lib/cli/report';", 'components-no-server'),
  brick('components/ui/e3.tsx', "import '@/app/page';", 'only-app-joins'),
  brick('components/play/e4.tsx', "import '../case/workbench';", 'play-knows-no-workbench'),
  brick('components/quiz/e5.tsx', "import '../topology/pan-and-zoom';"),
  brick('components/play/e6.tsx', "import '../quiz/e5';", 'play-knows-no-workbench'),
  brick('lib/server/e7.ts', "import 'react';", 'server-and-cli-no-framework'),
  brick('lib/cli/e8.ts', "import 'next/headers';", 'server-and-cli-no-framework'),
  brick('lib/server/e9.ts', "import '@/components/ui/button';", 'server-and-cli-no-framework'),
  brick('lib/cli/e10.ts', "import '@/app/page';", 'only-app-joins'),
  brick('lib/browser/e11.ts', "import '@/lib/server/rooms';", 'browser-no-server'),
  brick('lib/browser/e12.ts', "import '@/components/ui/button';", 'browser-no-server'),
  brick('lib/server/e13.ts', "import '@/tests/support/notation';", 'no-tests-in-the-product'),
  brick('lib/core/vpc/e14.ts', "import '@/lib/core/net/cidr';", 'relative-inside-a-part'),
  brick('components/ui/e15.tsx', "import '../../lib/core/net/cidr';", 'alias-between-parts'),
  brick('lib/server/e16.ts', "import '../core/net/cidr';", 'alias-between-parts'),
];

const everywhere = [
  brick('lib/core/vpc/f1.ts', "import type { B } from './f2';\nexport type A = B | 1;", 'no-circle'),
  // The other half: a circle is reported once.
  brick('lib/core/vpc/f2.ts', "import type { A } from './f1';\nexport type B = A | 2;"),
  brick('components/ui/f3.tsx', "import './nowhere';", 'no-blind-spot'),
];

const allowed = [
  brick('lib/core/scenario/g1.ts', "import type { It } from '../ec2/schema/vpc';\nexport type X = It;"),
  brick('lib/core/scenario/g2.ts', "import type { z } from 'zod';\nexport type X = z.ZodType;"),
  brick(
    'lib/core/simulate/read-world.ts',
    "import { z } from 'zod';\nimport { it } from '../ec2/schema/vpc';\nexport const x = [z, it];",
  ),
  brick('lib/core/simulate/schema.ts', "import 'zod';\nimport '../ec2/read-snapshot';"),
  brick(
    'lib/core/scenario/g3.ts',
    "import '../simulate/walk';\nimport '../reach/search';\nimport '../flowlog/record';",
  ),
  brick('lib/core/ec2/g4.ts', "import '../net/cidr';\nimport '../assert';"),
  brick('lib/core/scenario/g5.ts', "import 'pure-rand/generator/xoroshiro128plus';"),
  brick(
    'lib/server/content.ts',
    "import 'mdx-bundler';\nimport 'node:fs';\nimport '@/lib/core/ec2/read-snapshot';",
  ),
  brick('lib/server/db.ts', "import 'pg';", 'no-blind-spot'),
  brick(
    'components/lesson/g6.tsx',
    "import 'mdx-bundler/client';\nimport '@/lib/core/explain/step';\nimport '@/lib/browser/store';",
  ),
  brick('components/play/g7.tsx', "import '../topology/figure';\nimport '../ui/button';"),
  brick(
    'app/g8.tsx',
    "import '@/lib/server/rooms';\nimport '@/components/case/workbench';\nimport './page';",
  ),
];

export const BRICKS = [...core, ...floors, ...witnesses, ...doors, ...parts, ...everywhere, ...allowed];

/** Each line must be refused by the compiler of lib/core: it has no DOM and no Node. */
export const IMPURE_GLOBALS = [
  'document.title;',
  'window.name;',
  'localStorage.clear();',
  'process.exit(1);',
  "Buffer.from('');",
  "fetch('/');",
  "console.log('');",
  'setTimeout(() => 1, 0);',
  'performance.now();',
  'crypto.randomUUID();',
  "import 'node:fs';",
];

/** Each line must be refused by the linter in lib/core, and nowhere else. */
export const CLOCK_AND_DICE = [
  'export const a = Math.random();',
  'export const b = Date.now();',
  'export const c = new Date();',
  'export const d = new Date;',
  'export const e = Date();',
  'export const f = Date.now;',
  'export const { random } = Math;',
  'export const g = globalThis.Math;',
];
export const CLOCKLESS = 'export const at = (now: number) => new Date(now).toISOString() + Math.floor(now);';
