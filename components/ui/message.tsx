/** A page that has something to say instead of a case: what happened, and one way on. */

interface MessageProps {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly action: string;
}

export function Message({ title, text, href, action }: MessageProps) {
  return (
    <div className="mx-auto max-w-xl px-4 py-16">
      <h1 className="font-[660] text-xl tracking-[-0.022em]">{title}</h1>
      <p className="mt-2 text-ink-2">{text}</p>
      <a
        href={href}
        className="mt-4 inline-flex min-h-11 items-center rounded-control bg-accent px-4 font-semibold text-accent-ink"
      >
        {action}
      </a>
    </div>
  );
}
