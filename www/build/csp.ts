import { firstWordsHash } from './first-words.ts';

/**
 * What the page may do, told to the browser.
 *
 * The engine's worker is started from a Blob, hence `worker-src blob:`: such a worker inherits the policy of the page,
 * while one loaded from an address would have none on a static host, and the ledger lives in the worker.
 */
const common = {
  'default-src': "'none'",
  'style-src': "'self' 'unsafe-inline'", // charts set inline styles
  'img-src': "'self' data: blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The policy of the site. `worker-src 'self'` is for the service worker. */
export const sitePolicy = policy({
  ...common,
  'script-src': `'self' '${firstWordsHash}' 'wasm-unsafe-eval'`,
  'worker-src': "'self' blob:",
  'connect-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
});

/** The policy of the single file, which holds everything and so needs no address at all. */
export function singleFilePolicy(scriptHash: string): string {
  return policy({
    ...common,
    'style-src': "'unsafe-inline'",
    'img-src': 'data: blob:',
    'script-src': `'${scriptHash}' 'wasm-unsafe-eval'`,
    'worker-src': 'blob:',
    'connect-src': "'none'",
    'font-src': 'data:',
  });
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
