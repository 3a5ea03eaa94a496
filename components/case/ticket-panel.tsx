/** The complaint. On a phone it is told in one breath, and the whole opens on request. */
import type { Ticket } from '@/lib/core/scenario/ticket';
import { Icon } from '../ui/icon';
import { ProseText } from '../ui/prose-text';
import { clock, dayOfYear } from '../ui/time-text';

export function TicketPanel({ ticket }: { readonly ticket: Ticket }) {
  return (
    <article
      aria-labelledby="ticket-title"
      className="sm:rounded-panel sm:border sm:border-line sm:bg-surface"
    >
      <header className="flex flex-wrap items-center gap-x-1.5 text-ink-3 text-xs sm:border-line sm:border-b sm:px-4 sm:py-2">
        <Icon name="ticket" className="text-ink-2" />
        <span className="font-semibold text-ink-2">Ticket</span> <code>{ticket.number}</code>
        <span className="sm:ml-auto">
          <span className="max-sm:hidden">{ticket.from} · </span>
          {dayOfYear(ticket.at)}, {clock(ticket.at)} UTC
        </span>
      </header>
      <div className="pt-1 sm:px-4 sm:py-3">
        <h1 id="ticket-title" className="font-[660] text-xl leading-tight tracking-[-0.022em]">
          {ticket.title}
        </h1>
        <div className="mt-2 space-y-2 text-ink-2 max-sm:hidden">
          <TicketBody ticket={ticket} />
        </div>
        <div className="mt-1 text-ink-2 text-[15px] sm:hidden">
          <p>
            <ProseText prose={ticket.brief} />
          </p>
          <details className="mt-1">
            <summary className="font-[550] text-accent">Full ticket</summary>
            <div className="mt-2 space-y-2">
              <p>From a {ticket.from}.</p>
              <TicketBody ticket={ticket} />
            </div>
          </details>
        </div>
      </div>
    </article>
  );
}

function TicketBody({ ticket }: { readonly ticket: Ticket }) {
  return (
    <>
      <p>
        <ProseText prose={ticket.before} />
      </p>
      {ticket.transcript.length > 0 && (
        <pre className="overflow-x-auto whitespace-pre-wrap rounded-control bg-sunken px-3 py-2 font-mono text-[12.5px] text-ink leading-relaxed">
          {ticket.transcript.join('\n')}
        </pre>
      )}
      <p>
        <ProseText prose={ticket.after} />
      </p>
    </>
  );
}
