import { askedFor } from '../../lib/embedding';
import { recall, remember } from '../../lib/storage';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Size = 'usual' | 'projector';

const system = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
let isSystemDark = $state(system.matches);
let chosen = $state<ThemeChoice>(recalledTheme());
let size = $state<Size>(recall('size') === 'projector' ? 'projector' : 'usual');

system.addEventListener('change', ({ matches }) => {
  isSystemDark = matches;
});
show();

/** How the page looks: the system's colours until others are chosen, and letters to be read from afar. */
export const look = {
  get theme(): ThemeChoice {
    return chosen;
  },
  get isDark(): boolean {
    return chosen === 'system' ? isSystemDark : chosen === 'dark';
  },
  get size(): Size {
    return size;
  },
  chooseTheme(theme: ThemeChoice): void {
    chosen = theme;
    remember('theme', theme);
    show();
  },
  chooseSize(wished: Size): void {
    size = wished;
    remember('size', wished);
    show();
  },
};

function show(): void {
  if (chosen === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = chosen;
  if (size === 'usual') delete root.dataset['size'];
  else root.dataset['size'] = size;
}

function recalledTheme(): ThemeChoice {
  const value = askedFor('theme') ?? recall('theme');
  return value === 'light' || value === 'dark' ? value : 'system';
}
