/**
 * A worker's sign of life: a lock that it holds until it dies. No event tells of a worker that was killed, but its lock
 * is then given to whoever waits for it.
 *
 * Where locks may not be used (pages without TLS, some browsers on file://), the worker's errors are the only sign.
 */
const locks = (navigator as Partial<Navigator>).locks;

/** A name for the lock of a new worker. */
export function newLockName(): string {
  return `encours-engine-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
}

/** Takes the lock for the rest of this worker's life; resolves when it is held. */
export function holdForLife(name: string): Promise<void> {
  return new Promise((resolve) => {
    const held = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    locks?.request(name, held).catch(resolve);
    if (locks === undefined) resolve();
  });
}

/** Rejects when the worker that holds the lock is dead; never resolves. */
export function endOfLife(name: string): Promise<never> {
  return new Promise((_, reject) => {
    const granted = () => {
      reject(new Error('worker gone'));
    };
    locks?.request(name, granted).catch(() => undefined);
  });
}
