import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { OtherVersion } from '@/components/case/other-version';
import { storageKey } from '@/components/case/storage-key';
import { TicketPanel } from '@/components/case/ticket-panel';
import { LabScreen } from '@/components/lab/lab-screen';
import { Message } from '@/components/ui/message';
import { loadLab } from '@/lib/server/lab';

export const metadata: Metadata = { title: 'Repair' };

interface LabProps {
  readonly params: Promise<{ readonly seed: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function Repair({ params, searchParams }: LabProps) {
  const { v } = await searchParams;
  const page = loadLab((await params).seed, typeof v === 'string' ? v : v?.[0]);
  switch (page.kind) {
    case 'lab': {
      const { view, editable, wanted, shut, working, next } = page;
      return (
        <div className="mx-auto max-w-[1760px] space-y-3 px-4 pt-3 pb-8 sm:px-5">
          <TicketPanel ticket={view.ticket} />
          <LabScreen
            caseRef={{ of: view.of, seed: view.seed }}
            storageKey={`${storageKey(view)}/lab`}
            editable={editable}
            flows={{ wanted, shut, working }}
          />
          <p>
            <Link prefetch={false} href={next} className="font-[550] text-accent underline">
              Another repair of this kind
            </Link>
          </p>
        </div>
      );
    }
    case 'no-repair':
      return (
        <Message
          title="No call mends this case"
          text="What is wrong here does not lie in what EC2 calls change, or nothing shows whether a repair gives away too much. Another case of the same kind may be one to repair."
          href={page.next}
          action="Open another case"
        />
      );
    case 'other-version':
      return <OtherVersion asked={page.asked} current={page.current} href={page.href} />;
    case 'unknown':
      return notFound();
  }
}
