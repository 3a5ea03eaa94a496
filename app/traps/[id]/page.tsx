import { getMDXComponent } from 'mdx-bundler/client';
import type { Metadata } from 'next';
import { TrapArticle } from '@/components/lesson/trap-article';
import { BELIEFS } from '@/lib/core/scenario/beliefs/catalogue';
import { TRAPS } from '@/lib/core/scenario/traps/catalogue';
import { loadTrap, trapIds } from '@/lib/server/content';
import { lessonsOf } from '@/lib/server/lesson/course';
import { caseHref } from '@/lib/server/slug';

interface TrapProps {
  readonly params: Promise<{ readonly id: string }>;
}

/** Three cases to begin with; each leads on to others. */
const SEEDS = ['first', 'second', 'third'];

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await trapIds()).map((id) => ({ id }));
}

export async function generateMetadata({ params }: TrapProps): Promise<Metadata> {
  const { title, misconception } = await loadTrap((await params).id);
  return { title, description: misconception };
}

export default async function Trap({ params }: TrapProps) {
  const { code, ...trap } = await loadTrap((await params).id);
  const { tasks = [], beliefs = [] } = TRAPS.find(({ id }) => id === trap.id) ?? {};
  const Prose = getMDXComponent(code);
  return (
    <TrapArticle
      {...trap}
      tasks={tasks}
      beliefs={BELIEFS.filter(({ id }) => beliefs.includes(id)).map(({ id, says, truth }) => ({
        id,
        says,
        truth,
      }))}
      caseHrefs={SEEDS.map((seed) => caseHref({ id: trap.id, seed }))}
      lessons={(await lessonsOf(trap.id)).map(({ id, title }) => ({ id, title }))}
    >
      <Prose />
    </TrapArticle>
  );
}
