/** The four marks: went through, stopped, nothing there, inferred. Shape and word carry the meaning, colour repeats it. */

export type MarkKind = 'accept' | 'reject' | 'none' | 'infer';

interface MarkProps {
  readonly kind: MarkKind;
  readonly size?: number;
  readonly className?: string;
}

export function Mark({ kind, size = 14, className = '' }: MarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      className={`inline-block shrink-0 ${COLOUR[kind]} ${className}`}
      aria-hidden="true"
    >
      <MarkShape kind={kind} />
    </svg>
  );
}

const COLOUR: Readonly<Record<MarkKind, string>> = {
  accept: 'text-accept',
  reject: 'text-reject',
  none: 'text-none',
  infer: 'text-infer',
};

/** On a 14 grid, in the current colour. */
export function MarkShape({ kind }: { readonly kind: MarkKind }) {
  const cut = {
    fill: 'none',
    stroke: 'var(--surface)',
    strokeWidth: 1.7,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  switch (kind) {
    case 'accept':
      return (
        <>
          <circle cx="7" cy="7" r="6.6" fill="currentColor" />
          <path d="m4.2 7.2 2 2 3.7-4.2" {...cut} />
        </>
      );
    case 'reject':
      return (
        <>
          <path d="M4.3.5h5.4l3.8 3.8v5.4l-3.8 3.8H4.3L.5 9.7V4.3Z" fill="currentColor" />
          <path d="m4.8 4.8 4.4 4.4M9.2 4.8 4.8 9.2" {...cut} />
        </>
      );
    case 'none':
      return (
        <circle
          cx="7"
          cy="7"
          r="5.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.6 2"
        />
      );
    case 'infer':
      return (
        <>
          <path
            d="M7 .9 13.1 7 7 13.1.9 7Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
          <path
            d="M4.6 6q1.2-1.2 2.4 0t2.4 0M4.6 8.4q1.2-1.2 2.4 0t2.4 0"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.1"
            strokeLinecap="round"
          />
        </>
      );
  }
}
