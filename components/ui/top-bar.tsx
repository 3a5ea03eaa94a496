/** What stands on top of every page: the way to the content, the name, the theme. */
import { Logo } from './logo';
import { SKIP_LINK } from './skip-link';
import { ThemeButton } from './theme-button';

export function TopBar() {
  return (
    <header className="border-line border-b bg-surface">
      <a href="#content" className={SKIP_LINK}>
        Skip to the content
      </a>
      <div className="flex h-[52px] items-center gap-6 px-4 sm:px-5">
        <a
          href="/"
          className="flex items-center gap-2 rounded-control font-semibold text-[17px] tracking-[-0.015em]"
        >
          <Logo />
          Flowtrap
        </a>
        <span className="hidden text-ink-3 sm:inline">
          AWS network troubleshooting, judged by a simulator
        </span>
        <div className="ml-auto">
          <ThemeButton />
        </div>
      </div>
    </header>
  );
}
