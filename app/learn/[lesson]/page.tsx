import { getMDXComponent } from 'mdx-bundler/client';
import type { Metadata } from 'next';
import { LessonArticle } from '@/components/lesson/lesson-article';
import { lessonElements } from '@/components/lesson/lesson-elements';
import { lessonIds, loadLesson } from '@/lib/server/content';
import { loadCourse, trapTitle } from '@/lib/server/lesson/course';
import { caseHref } from '@/lib/server/slug';

interface LessonProps {
  readonly params: Promise<{ readonly lesson: string }>;
}

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await lessonIds()).map((lesson) => ({ lesson }));
}

export async function generateMetadata({ params }: LessonProps): Promise<Metadata> {
  const { title, summary } = await loadLesson((await params).lesson);
  return { title, description: summary };
}

export default async function Lesson({ params }: LessonProps) {
  const { code, parts, ...lesson } = await loadLesson((await params).lesson);
  const course = await loadCourse();
  const place = course.findIndex(({ id }) => id === lesson.id);
  const traps = await Promise.all(
    lesson.traps.map(async (id) => ({
      id,
      title: await trapTitle(id),
      caseHref: caseHref({ id, seed: `lesson-${lesson.id}` }),
    })),
  );
  const Prose = getMDXComponent(code);
  return (
    <LessonArticle {...lesson} number={place + 1} traps={traps} next={course[place + 1]}>
      <Prose components={lessonElements(parts)} />
    </LessonArticle>
  );
}
