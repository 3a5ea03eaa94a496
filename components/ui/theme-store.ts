/** Light, dark, or what the system says: the one preference there is, kept in this browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { THEME_KEY } from './theme-script';

export type Theme = 'system' | 'light' | 'dark';

interface ThemeState {
  readonly theme: Theme;
  readonly choose: (theme: Theme) => void;
}

export const useTheme = create<ThemeState>()(
  persist((set) => ({ theme: 'system', choose: (theme) => set({ theme }) }), {
    name: THEME_KEY,
    // Read after hydration: the server cannot know what this browser keeps.
    skipHydration: true,
  }),
);
