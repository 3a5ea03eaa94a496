'use client';
import { type ReactNode, useEffect, useRef } from 'react';

/** The verdict's first line: takes the focus when it arrives, so that keyboard and screen reader go on from here. */
export function VerdictHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2
      ref={heading}
      id="answer"
      tabIndex={-1}
      className="font-[660] text-xl leading-tight tracking-[-0.022em] focus:outline-none"
    >
      {children}
    </h2>
  );
}
