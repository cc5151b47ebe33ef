import { chromium } from '@playwright/test';

/**
 * The browser of the measures.
 *
 * @param {readonly string[]} more of its arguments
 */
export function launch(more = []) {
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--js-flags=--expose-gc',
      ...more,
    ],
  });
}
