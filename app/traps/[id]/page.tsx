import { getMDXComponent } from 'mdx-bundler/client';
import type { Metadata } from 'next';
import { TrapArticle } from '@/components/lesson/trap-article';
import { loadTrap, trapIds } from '@/lib/server/content';
import { caseHref } from '@/lib/server/slug';

interface TrapProps {
  readonly params: Promise<{ readonly id: string }>;
}

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
  const Prose = getMDXComponent(code);
  return (
    <TrapArticle {...trap} caseHref={caseHref({ id: trap.id, seed: 'first' })}>
      <Prose />
    </TrapArticle>
  );
}
