import { defineConfig } from '@playwright/test';

const port = process.env['E2E_PORT'] ?? '4173';
/** Not the root, to prove that the site works under any path. */
const base = '/demo/encours/';
const { CHROMIUM_HEADLESS, CHROMIUM } = process.env;
const chromium = CHROMIUM_HEADLESS ?? CHROMIUM ?? '/usr/bin/chromium';

/** Browser tests of what is in dist/: run `cargo xtask build` first. */
export default defineConfig({
  testDir: '../tests/e2e',
  outputDir: '../test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  // Where whole runs decide, a test that passes at its second go is listed as flaky, to be mended, and blocks nobody.
  retries: process.env['CI'] ? 1 : 0,
  // Long enough for a machine with other work: nothing here measures speed.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    // Each test is a first visit, which would store the whole site for the next one. Tests of that allow it.
    serviceWorkers: 'block',
    launchOptions: {
      // The system's browser: Playwright's own cannot be downloaded everywhere.
      executablePath: chromium,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A test is over before compiling better what it ran pays; only what runs long is.
        '--js-flags=--wasm-tiering-budget=100000000',
      ],
    },
  },
  webServer: {
    command: `cargo xtask serve --no-build --port ${port} --base ${base}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: false,
  },
});
