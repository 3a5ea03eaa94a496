'use client';
import { useEffect } from 'react';
import { Icon } from './icon';
import { type Theme, useTheme } from './theme-store';

const NEXT: Readonly<Record<Theme, Theme>> = { system: 'dark', dark: 'light', light: 'system' };
const LABEL: Readonly<Record<Theme, string>> = {
  system: 'Theme: as the system',
  dark: 'Theme: dark',
  light: 'Theme: light',
};

/** One button that goes round: as the system, dark, light. */
export function ThemeButton() {
  const { theme, choose } = useTheme();
  useEffect(() => {
    void useTheme.persist.rehydrate();
  }, []);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
  }, [theme]);
  return (
    <button
      type="button"
      aria-label={`${LABEL[theme]}. Change`}
      title={LABEL[theme]}
      className="grid size-11 place-items-center rounded-control text-ink-2 hover:bg-sunken"
      onClick={() => choose(NEXT[theme])}
    >
      <Icon name={theme === 'dark' ? 'moon' : 'sun'} size={18} />
    </button>
  );
}
