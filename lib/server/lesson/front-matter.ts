/** What stands above the prose of a lesson and of a trap: the doors for front matter. */
import * as z from 'zod';

const AWS_PAGE = z.url({ protocol: /^https$/, hostname: /^docs\.aws\.amazon\.com$/ });

export const trapFrontMatter = z.strictObject({
  title: z.string().min(1),
  /** What learners believe, as they would say it. */
  misconception: z.string().min(1),
  /** What is so instead. */
  truth: z.string().min(1),
  /** AWS's pages that say so. */
  sources: z.array(AWS_PAGE).min(1),
});

export const lessonFrontMatter = z.strictObject({
  title: z.string().min(1),
  /** What the reader can do afterwards, in one sentence. */
  summary: z.string().min(20),
  /** How long it takes. */
  minutes: z.int().min(3).max(20),
  /** Tasks of AWS's exams: `SOA-C03 5.3.2`. */
  tasks: z.array(z.string().regex(/^[A-Z]{3}-C0\d [\d.]+$/)).min(1),
  /** Traps that it teaches the way out of: their pages and cases lead back to it. */
  traps: z.array(z.string()).min(1),
});

export type TrapFrontMatter = z.infer<typeof trapFrontMatter>;
export type LessonFrontMatter = z.infer<typeof lessonFrontMatter>;
