/** All lessons in their order, with the traps that each teaches the way out of. */
import { type LessonPage, lessonIds, loadLesson, loadTrap } from '../content';

export interface CourseEntry
  extends Pick<LessonPage, 'id' | 'title' | 'summary' | 'minutes' | 'tasks' | 'traps'> {
  /** From 1. */
  readonly number: number;
}

let course: Promise<readonly CourseEntry[]> | undefined;

/** Read once: content does not change while a server runs. */
export function loadCourse(): Promise<readonly CourseEntry[]> {
  course ??= readCourse();
  return course;
}

async function readCourse(): Promise<readonly CourseEntry[]> {
  const entries: CourseEntry[] = [];
  for (const [i, lessonId] of (await lessonIds()).entries()) {
    const { id, title, summary, minutes, tasks, traps } = await loadLesson(lessonId);
    entries.push({ id, title, summary, minutes, tasks, traps, number: i + 1 });
  }
  return entries;
}

/** Lessons that teach the way out of a trap. */
export async function lessonsOf(trap: string): Promise<readonly CourseEntry[]> {
  return (await loadCourse()).filter(({ traps }) => traps.includes(trap));
}

export async function trapTitle(id: string): Promise<string> {
  return (await loadTrap(id)).title;
}
