/** Runs something once the browser has nothing better to do; after a second where it does not tell. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, 1000);
}

/** Once what is there has been painted; a page that nobody looks at paints nothing, and waits no longer than this. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
