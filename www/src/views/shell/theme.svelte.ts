import { recall, remember } from '../../lib/storage';

type Theme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');
let systemTheme = $state<Theme>(system.matches ? 'dark' : 'light');
const first = remembered();
let chosen = $state<Theme | null>(first);

system.addEventListener('change', ({ matches }) => {
  systemTheme = matches ? 'dark' : 'light';
});
if (first !== null) document.documentElement.dataset.theme = first;

/** Light or dark: the system's, until the user chooses. */
export const theme = {
  get current(): Theme {
    return chosen ?? systemTheme;
  },
  toggle: (): void => {
    chosen = theme.current === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = chosen;
    remember('theme', chosen);
  },
};

function remembered(): Theme | null {
  const value = recall('theme');
  return value === 'light' || value === 'dark' ? value : null;
}
