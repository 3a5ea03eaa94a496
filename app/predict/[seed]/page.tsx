import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { networkProps } from '@/components/case/network-props';
import { OtherVersion } from '@/components/case/other-version';
import { PredictScreen } from '@/components/predict/predict-screen';
import { RulesPanel } from '@/components/predict/rules-panel';
import { NetworkPanel } from '@/components/topology/network-panel';
import { Message } from '@/components/ui/message';
import { loadPredict } from '@/lib/server/predict';

export const metadata: Metadata = { title: 'Predict the log' };

interface PredictProps {
  readonly params: Promise<{ readonly seed: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

export default async function Predict({ params, searchParams }: PredictProps) {
  const { v } = await searchParams;
  const page = loadPredict((await params).seed, typeof v === 'string' ? v : v?.[0]);
  switch (page.kind) {
    case 'predict': {
      const { view, connection, editable, next } = page;
      const { source, sourcePort, destination, destinationPort, protocol } = connection;
      return (
        <div className="mx-auto max-w-[1760px] space-y-3 px-4 pt-3 pb-8 sm:px-5">
          <h1 className="font-[660] text-xl tracking-[-0.022em]">
            Which records are written of this connection?
          </h1>
          <p className="max-w-[72ch] text-ink-2">
            Once, {connection.says}: {protocol} from <code>{`${source}:${sourcePort}`}</code> to{' '}
            <code>{`${destination}:${destinationPort}`}</code>. Say what each interface’s flow log writes of
            it; every log keeps all traffic.
          </p>
          {view.drawing && (
            <NetworkPanel
              {...networkProps({ ...view.drawing, isDesign: true }, undefined)}
              note="as designed"
            />
          )}
          <RulesPanel editable={editable} />
          <PredictScreen caseRef={{ of: view.of, seed: view.seed }} interfaces={editable.interfaces} />
          <p>
            <Link prefetch={false} href={next} className="font-[550] text-accent underline">
              Another prediction of this kind
            </Link>
          </p>
        </div>
      );
    }
    case 'no-prediction':
      return (
        <Message
          title="Nothing is to be predicted here"
          text="Nobody connects in this case, or it is its log that fails. Another case of the same kind may be one to predict."
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
