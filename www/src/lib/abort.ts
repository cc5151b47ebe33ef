/** Ends when `signal` does, or when it is ended itself, which is to be done in any case: until then `signal` holds it. */
export function endingWith(signal: AbortSignal): { signal: AbortSignal; end: () => void } {
  const own = new AbortController();
  const end = () => {
    signal.removeEventListener('abort', end);
    own.abort();
  };
  signal.addEventListener('abort', end);
  if (signal.aborted) end();
  return { signal: own.signal, end };
}
