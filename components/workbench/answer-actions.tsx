'use client';
/** Beside the answer's button: hints, the way out, the keys, and what the evidence has cost. */
import Link from 'next/link';
import { KeysDialog } from './keys-dialog';
import { SpentLine } from './spent-line';

interface AnswerActionsProps {
  readonly showHref: string;
  readonly hasEvidence: boolean;
}

export function AnswerActions({ showHref, hasEvidence }: AnswerActionsProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        prefetch={false}
        href={showHref}
        rel="nofollow"
        className="min-h-9 content-center font-[550] text-accent text-[13px]"
      >
        Show me
      </Link>
      <KeysDialog />
      {hasEvidence && <SpentLine />}
    </div>
  );
}
