/** What stands under every page. */
const PAGES = [
  { href: '/learn', name: 'Lessons' },
  { href: '/traps', name: 'Exam traps' },
  { href: '/glossary', name: 'Glossary' },
] as const;

export function Footer() {
  return (
    <footer className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-line border-t bg-surface px-4 py-2 text-ink-3 text-xs sm:px-5">
      <p>Flowtrap is free and open source. It asks for no account; what you do stays in your browser.</p>
      <nav aria-label="Pages" className="flex gap-x-4">
        {PAGES.map(({ href, name }) => (
          <a key={href} href={href} className="text-accent underline">
            {name}
          </a>
        ))}
      </nav>
      <p>Not affiliated with or endorsed by Amazon Web Services. Trademarks belong to their owners.</p>
    </footer>
  );
}
