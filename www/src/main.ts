import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { isEmbedded } from './lib/embedding';
import { whenIdle } from './lib/idle';
import { language } from './text/language.svelte';

async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (target === null) throw new Error('the page has no #app');
  // What index.html says there is true of a browser that lacks these: it stays.
  if (!('toSorted' in Array.prototype)) return;
  await language.start();
  const notice = [...target.children];
  const Root = isEmbedded ? (await import('./Embed.svelte')).default : App;
  mount(Root, { target });
  for (const said of notice) said.remove();
  // Ahead of the views that need them; these ask again for what failed here.
  whenIdle(() => void language.complete().catch(() => undefined));
}

void start();
