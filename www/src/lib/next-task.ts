/** Lets the browser do what waits: what comes after starts a task of its own. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve);
  });
