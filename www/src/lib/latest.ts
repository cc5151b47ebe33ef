/**
 * Runs one call at a time; of the requests made meanwhile only the newest waits. A slider thus never queues positions
 * that nobody looks at any more.
 */
export function latest<A>(run: (request: A) => Promise<void>): (request: A) => Promise<void> {
  let waiting: { request: A } | undefined;
  let running: Promise<void> | undefined;

  async function drain() {
    while (waiting !== undefined) {
      const { request } = waiting;
      waiting = undefined;
      await run(request);
    }
    running = undefined;
  }

  return (request) => {
    waiting = { request };
    return (running ??= drain());
  };
}
