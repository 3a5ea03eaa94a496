/** What stands under every page. */
export function Footer() {
  return (
    <footer className="flex flex-wrap justify-between gap-x-6 gap-y-1 border-line border-t bg-surface px-4 py-2 text-ink-3 text-xs sm:px-5">
      <p>Flowtrap is free and open source. It asks for no account and stores nothing about you.</p>
      <p>Not affiliated with or endorsed by Amazon Web Services. Trademarks belong to their owners.</p>
    </footer>
  );
}
