import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WelcomeScreen } from '@/components/case/welcome-screen';
import { loadCase, WELCOME } from '@/lib/server/case';

export const metadata: Metadata = { title: { absolute: 'Flowtrap: which layer do you investigate first?' } };

const WELCOME_LINE = 'A live case from the simulator · about one minute · no account';

export default function Home() {
  const page = loadCase(WELCOME, {});
  if (page.kind !== 'question') notFound();
  return <WelcomeScreen page={page} welcome={WELCOME_LINE} />;
}
