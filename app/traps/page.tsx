import type { Metadata } from 'next';
import { TrapAtlas } from '@/components/lesson/trap-atlas';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { loadTrap } from '@/lib/server/content';
import { loadCourse } from '@/lib/server/lesson/course';

export const metadata: Metadata = {
  title: 'Exam traps',
  description: 'Every exam trap about VPC Flow Logs and Reachability Analyzer, by exam task and by lesson.',
};

export default async function Traps() {
  const traps = await Promise.all(
    TRAPS.map(async ({ id, tasks }) => {
      const { title, misconception } = await loadTrap(id);
      return { id, title, misconception, tasks };
    }),
  );
  return <TrapAtlas traps={traps} lessons={await loadCourse()} />;
}
