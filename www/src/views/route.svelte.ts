import { tick } from 'svelte';

/** The views, by the name in their address. */
export const views = ['data', 'dashboard', 'analyses', 'scenarios', 'report', 'tools'] as const;
export type View = (typeof views)[number];

/** Where one is: `#/analyses/customers/Dupont`. */
interface Place {
  view: View;
  /** A part of the view; empty for its first. */
  part: string;
  /** What is looked at in it. */
  item: string;
  /** What the address holds, where it is a link that was handed over: `#/link/…`. */
  link: string;
}

/** How far down each address was read, for the way back. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing shows it
const scrolled = new Map<string, number>();

let place = $state.raw<Place>(read());
/** The address that shows. */
let followed = location.hash;

/** The address of a part of a view. */
export const address = (view: View, part = '', item = ''): string =>
  ['#', view, part, item].filter(Boolean).map(encodeURIComponent).join('/').replace('%23', '#');

/** Where one is, which the browser's address says: its back button goes back. */
export const route = {
  get view(): View {
    return place.view;
  },
  get part(): string {
    return place.part;
  },
  get item(): string {
    return place.item;
  },
  get link(): string {
    return place.link;
  },
  /** Goes somewhere, or where one is already, nowhere. */
  go(view: View, part = '', item = ''): void {
    const to = address(view, part, item);
    location.hash = to;
    follow();
  },
  /** The same without a step to go back to: for what corrects an address. */
  replace(view: View, part = '', item = ''): void {
    history.replaceState(history.state, '', address(view, part, item));
    place = read();
    followed = location.hash;
  },
};

/** Goes to an element of a view, once that shows. */
export async function goTo(id: string, view: View, part = ''): Promise<void> {
  route.go(view, part);
  for (let waited = 0; waited < 40; waited += 1) {
    await tick();
    const found = document.getElementById(id);
    if (found !== null) {
      found.scrollIntoView();
      found.focus({ preventScroll: true });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function read(): Place {
  const [, view = '', part = '', ...rest] = location.hash.split('/').map(decoded);
  if (view === 'link') return { view: 'scenarios', part: '', item: '', link: part };
  const known = views.find((name) => name === view);
  return known === undefined
    ? { view: 'data', part: '', item: '', link: '' }
    : { view: known, part, item: rest.join('/'), link: '' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

let isBack = false;
addEventListener('popstate', () => (isBack = true));
addEventListener('hashchange', () => {
  follow();
  isBack = false;
});

/** Shows what the address says, if that is not what shows. */
function follow(): void {
  if (location.hash === followed) return;
  scrolled.set(followed, scrollY);
  const { view } = place;
  place = read();
  followed = location.hash;
  const top = isBack ? (scrolled.get(followed) ?? 0) : 0;
  if (isBack || place.view !== view) void tick().then(() => scrollTo({ top, behavior: 'instant' }));
}
