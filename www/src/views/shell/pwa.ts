import { registerSW } from 'virtual:pwa-register';

/**
 * Makes the site work offline, and calls `onNeedRefresh` when a newer version is ready. `apply` reloads the page with
 * it; until then nothing changes. Does nothing in the single file, where Vite leaves `registerSW` empty.
 */
export function registerUpdates(onNeedRefresh: (apply: () => Promise<void>) => void): void {
  const update = registerSW({
    onNeedRefresh: () => {
      onNeedRefresh(() => update(true));
    },
  });
}
