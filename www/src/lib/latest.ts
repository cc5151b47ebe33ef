/**
 * Runs one call at a time; of the requests made meanwhile only the newest waits. A slider thus never queues positions
 * that nobody looks at any more.
 */
export function latest<A>(run: (request: A) => Promise<void>): (request: A) => Promise<void> {
  let waiting: { request: A } | undefined;
  let running: Promise<void> | undefined;

  async function drain() {
    let failure: { error: unknown } | undefined;
    while (waiting !== undefined) {
      const { request } = waiting;
      waiting = undefined;
      // The newest decides: one that fails keeps none after it from running.
      failure = undefined;
      try {
        await run(request);
      } catch (error) {
        failure = { error };
      }
    }
    running = undefined;
    if (failure !== undefined) throw failure.error;
  }

  return (request) => {
    waiting = { request };
    return (running ??= drain());
  };
}
