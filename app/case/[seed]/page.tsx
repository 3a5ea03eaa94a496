import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CaseScreen } from '@/components/case/case-screen';
import { OtherVersion } from '@/components/case/other-version';
import { type CasePage, loadCase } from '@/lib/server/case';

interface CaseProps {
  readonly params: Promise<{ readonly seed: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

/** Title and page ask for the same case: it is made once per request. */
const loadOnce = cache(
  (seed: string, version?: string, answer?: string, log?: string, show?: string): CasePage =>
    loadCase(seed, { version, answer: answer?.split(SEPARATOR), log, show }),
);

/** Stands in no option's id; a cache compares texts, not lists. */
const SEPARATOR = '\n';

async function load({ params, searchParams }: CaseProps): Promise<CasePage> {
  // An answer of two options stands there twice.
  const { v, answer, log, show } = await searchParams;
  const answers = typeof answer === 'string' ? answer : answer?.join(SEPARATOR);
  return loadOnce((await params).seed, first(v), answers, first(log), first(show));
}

/** Any other parameter that a link names twice counts once. */
function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

export async function generateMetadata(props: CaseProps): Promise<Metadata> {
  const page = await load(props);
  if (page.kind === 'verdict' && page.gaveUp) return { title: `The answer · ${page.view.ticket.title}` };
  if (page.kind === 'verdict') return { title: `${page.verdict.headline} · ${page.view.ticket.title}` };
  return page.kind === 'question' ? { title: page.view.ticket.title } : {};
}

export default async function Case(props: CaseProps) {
  const page = await load(props);
  switch (page.kind) {
    case 'question':
    case 'verdict':
      return <CaseScreen page={page} />;
    case 'other-version':
      return <OtherVersion asked={page.asked} current={page.current} href={page.href} />;
    case 'unknown':
      return notFound();
  }
}
