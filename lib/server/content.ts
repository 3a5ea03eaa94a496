/** Prose from content/: bundled from MDX at build time, front matter checked; the only file that knows how. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import type * as z from 'zod';
import { formatPath } from '@/lib/core/ec2/issue';
import { issuesOf } from '@/lib/core/ec2/schema/zod-issue';
import type { Part } from '@/lib/core/lesson/part';
import { readWorld } from '@/lib/core/simulate/read-world';
import type { World } from '@/lib/core/simulate/world';
import { checkLesson, type Known } from './lesson/check-lesson';
import {
  type LessonFrontMatter,
  lessonFrontMatter,
  type TrapFrontMatter,
  trapFrontMatter,
} from './lesson/front-matter';
import { partsOf } from './lesson/parts-of';
import { type Problem, type ReadMdx, readMdx } from './lesson/read-mdx';

const CONTENT = path.join(process.cwd(), 'content');

interface Page {
  readonly id: string;
  /** A module for mdx-bundler's client half to evaluate, on the server only. */
  readonly code: string;
}

export type TrapPage = Page & TrapFrontMatter;

export interface LessonPage extends Page, LessonFrontMatter {
  /** Line -> what is shown there. */
  readonly parts: ReadonlyMap<number, Part>;
  /** Line of a claim -> whether it holds under every reading of AWS. */
  readonly claims: ReadonlyMap<number, 'always' | 'inferred'>;
}

export async function trapIds(): Promise<readonly string[]> {
  return (await namesIn('traps', '.mdx')).map((name) => name.slice(0, -'.mdx'.length));
}

/** In their order: `01-two-tools` is called `two-tools`. */
export async function lessonIds(): Promise<readonly string[]> {
  return (await namesIn('lessons', '')).map(withoutNumber);
}

/** @throws Error naming file, line and reason when the prose does not bundle or its front matter does not fit. */
export async function loadTrap(id: string): Promise<TrapPage> {
  const file = `traps/${id}.mdx`;
  const { code, front } = await bundle(file, await readText(file), trapFrontMatter);
  return { id, code, ...front };
}

/** @throws Error naming file, line and reason of all that is wrong: a claim that does not hold fails the build. */
export async function loadLesson(id: string): Promise<LessonPage> {
  const folder = (await namesIn('lessons', '')).find((name) => withoutNumber(name) === id);
  if (folder === undefined) throw new Error(`content/lessons has no lesson \`${id}\``);
  const file = `lessons/${folder}/lesson.mdx`;
  return { id, ...(await readLesson(file, await readText(file))) };
}

/** The same for a text that need not be on disk. */
export async function readLesson(file: string, text: string): Promise<Omit<LessonPage, 'id'>> {
  const read: ReadMdx = { elements: [], links: [], problems: [] };
  const { code, front } = await bundle(file, text, lessonFrontMatter, read);
  const known = await knownIn();
  const checked = checkLesson(read, known);
  const strangers = front.traps.filter((trap) => !known.traps.has(trap));
  const problems = [
    ...strangers.map((trap) => ({ line: lineOf(text, trap), reason: `no trap is \`${trap}\`` })),
    ...checked.problems,
  ];
  if (problems.length > 0) throw failure(file, problems);
  return { code, ...front, parts: partsOf(read.elements, checked), claims: checked.claims };
}

async function bundle<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
  into?: ReadMdx,
): Promise<{ readonly code: string; readonly front: z.output<Schema> }> {
  let bundled: Awaited<ReturnType<typeof bundleMDX>>;
  try {
    bundled = await bundleMDX({
      source,
      esbuildOptions: (options) => ({ ...options, minify: true, target: 'es2022', logLevel: 'silent' }),
      ...(into && {
        mdxOptions: (options) => ({
          ...options,
          remarkPlugins: [...(options.remarkPlugins ?? []), readMdx(into)],
        }),
      }),
    });
  } catch (error) {
    // mdx-bundler names a virtual file; the person who wrote the prose needs the real one.
    throw failure(file, problemsOf(error));
  }
  const door = schema.safeParse(bundled.frontmatter);
  if (door.success) return { code: bundled.code, front: door.data };
  const problems = issuesOf(door.error).map(({ path: at, message }) => ({
    line: at.length > 0 ? lineOf(source, `${String(at[0])}:`) : 1,
    reason: `front matter: ${at.length > 0 ? `\`${formatPath(at)}\` ` : ''}${message}`,
  }));
  throw failure(file, problems);
}

/** What MDX itself could not read, at its place. */
function problemsOf(error: unknown): readonly Problem[] {
  const { errors = [] } = error as {
    errors?: readonly { readonly text: string; readonly location: { readonly line: number } | null }[];
  };
  const told = errors.map(({ text, location }) => ({ line: location?.line ?? 1, reason: text }));
  return told.length > 0
    ? told
    : [{ line: 1, reason: error instanceof Error ? error.message : String(error) }];
}

function failure(file: string, problems: readonly Problem[]): Error {
  return new Error(problems.map(({ line, reason }) => `content/${file}:${line}: ${reason}`).join('\n'));
}

/** The first line of the text that has these words, else the first. */
function lineOf(text: string, words: string): number {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1 || 1;
}

async function knownIn(): Promise<Known> {
  const [traps, lessons, names] = [await trapIds(), await lessonIds(), await namesIn('worlds', '.json')];
  const worlds = new Map<string, World>();
  for (const name of names) worlds.set(name.slice(0, -'.json'.length), await worldIn(name));
  const own = ['/', '/learn', '/traps', '/glossary'];
  const paths = [...own, ...traps.map((id) => `/traps/${id}`), ...lessons.map((id) => `/learn/${id}`)];
  return { paths: new Set(paths), traps: new Set(traps), worlds };
}

async function worldIn(name: string): Promise<World> {
  const door = readWorld(JSON.parse(await readText(`worlds/${name}`)));
  if ('world' in door) return door.world;
  const lines = door.issues.map(
    (issue) => `content/worlds/${name}: ${formatPath(issue.path)} ${issue.message}`,
  );
  throw new Error(lines.join('\n'));
}

const withoutNumber = (name: string): string => name.replace(/^\d+-/, '');

const readText = (file: string): Promise<string> => readFile(path.join(CONTENT, file), 'utf8');

async function namesIn(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(path.join(CONTENT, folder));
  return names.filter((name) => name.endsWith(ending) && !name.startsWith('.')).sort();
}
