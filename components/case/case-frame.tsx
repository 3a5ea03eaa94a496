/** What is around a case on every page: its width, and the ways past what stands first. */
import type { ReactNode } from 'react';
import { SKIP_LINK } from '../ui/skip-link';

interface CaseFrameProps {
  /** "question" or "verdict": what the second link leads to. */
  readonly aim: 'question' | 'verdict';
  readonly children: ReactNode;
}

export function CaseFrame({ aim, children }: CaseFrameProps) {
  return (
    <div className="mx-auto max-w-[1760px] px-4 pt-3 pb-3 sm:px-5">
      <a href="#network" className={SKIP_LINK}>
        Skip to the network
      </a>
      <a href="#answer" className={SKIP_LINK}>
        Skip to the {aim}
      </a>
      {children}
    </div>
  );
}
