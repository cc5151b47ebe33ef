import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { language } from './text/language.svelte';

async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (target === null) throw new Error('the page has no #app');
  await language.start();
  mount(App, { target });
}

void start();
