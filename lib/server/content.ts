/** Prose from content/: bundled from MDX at build time, front matter checked; the only file that knows how. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleMDX } from 'mdx-bundler';
import * as z from 'zod';

const FOLDER = path.join(process.cwd(), 'content', 'traps');

const frontMatter = z.strictObject({
  title: z.string().min(1),
  /** What learners believe, as they would say it. */
  misconception: z.string().min(1),
  /** What is so instead. */
  truth: z.string().min(1),
  /** AWS's pages that say so. */
  sources: z.array(z.url({ protocol: /^https$/, hostname: /^docs\.aws\.amazon\.com$/ })).min(1),
});

export interface TrapPage extends z.infer<typeof frontMatter> {
  readonly id: string;
  /** A module for mdx-bundler's client half to evaluate, on the server only. */
  readonly code: string;
}

export async function trapIds(): Promise<readonly string[]> {
  const files = await readdir(FOLDER);
  return files.filter((file) => file.endsWith('.mdx')).map((file) => file.slice(0, -'.mdx'.length));
}

/** @throws Error naming the file when the prose does not bundle or its front matter does not fit. */
export async function loadTrap(id: string): Promise<TrapPage> {
  const file = path.join(FOLDER, `${id}.mdx`);
  const source = await readFile(file, 'utf8');
  try {
    const { code, frontmatter } = await bundleMDX({
      source,
      esbuildOptions: (options) => ({ ...options, minify: true, target: 'es2022' }),
    });
    return { id, code, ...frontMatter.parse(frontmatter) };
  } catch (error) {
    // mdx-bundler names a virtual file; the person who wrote the prose needs the real one.
    throw new Error(`content/traps/${id}.mdx does not bundle`, { cause: error });
  }
}
