import { untrack } from 'svelte';
import { engine } from '../engine/client';
import type { Questions } from '../engine/pkg/encours';
import { generation } from './generation.svelte';

type Name = keyof Questions;

/** Answers that are kept: enough for what one goes back to. */
const mostKept = 60;

/** By question, the one asked last at the end; a question that is under way is there already. */
const kept = new Map<string, Promise<unknown>>();

/** Lets go of every answer. */
export function forgetAnswers(): void {
  kept.clear();
}

/** The answer to a question about the data that is loaded; what was answered before costs nothing. */
export function answer<N extends Name>(
  name: N,
  request: Questions[N]['request'],
): Promise<Questions[N]['answer']> {
  const about = untrack(() => generation.of(name));
  const key = `${String(about)} ${name} ${JSON.stringify(request)}`;
  const known = kept.get(key) as Promise<Questions[N]['answer']> | undefined;
  const found = known ?? engine.ask(name, request);
  kept.delete(key);
  kept.set(key, found);
  if (known === undefined) {
    found.catch(() => {
      if (kept.get(key) === found) kept.delete(key); // the next one asks again
    });
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - mostKept))) {
      kept.delete(oldest);
    }
  }
  return found;
}
