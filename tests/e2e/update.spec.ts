import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expectValue, paste, seed } from './app';
import { expect, test } from './fixtures';

test.use({ serviceWorkers: 'allow' });

const dist = join(__dirname, '../../dist');
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A host on which the version of yesterday stands, until that of today is put in its place. */
class Host {
  isToday = false;
  readonly #server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    void this.#answer(path === '/' ? '/index.html' : path).then(
      (body) => {
        response.setHeader('Content-Type', types[extname(path || '.html')] ?? 'text/html');
        response.setHeader('Cache-Control', 'no-cache');
        response.end(body);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(path: string): Promise<Buffer | string> {
    const file = await readFile(join(dist, path));
    if (this.isToday) return file;
    if (path === '/index.html') {
      return file.toString().replace('</head>', '<meta name="yesterday" /></head>');
    }
    // Of what it keeps, the page of yesterday is another.
    if (path === '/sw.js') {
      return file.toString().replace(/(url:"index\.html",revision:")[^"]+/, '$1yesterday');
    }
    return file;
  }
}

let host: Host;

test.beforeEach(() => {
  host = new Host();
});

test.afterEach(() => {
  host.stop();
});

test('a version served yesterday becomes that of today, with the work that is open', async ({
  page,
}) => {
  const address = await host.start();
  await page.goto(address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // From the second visit on, the page is what was kept at the first.
  await page.reload();
  await expect(page.locator('meta[name="yesterday"]')).toBeAttached();
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-keep').check();
  await expect(page.getByTestId('dossier-status')).toContainText('Gardé dans ce navigateur');
  await page.keyboard.press('Escape');

  host.isToday = true;
  const yesterday = page.locator('meta[name="yesterday"]');
  await page.evaluate(async () => {
    const known = await navigator.serviceWorker.ready;
    await known.update();
  });
  const toast = page.getByText('Une nouvelle version est prête.');
  await expect(toast).toBeVisible();
  // Nothing changes in the middle of a meeting.
  await page.getByRole('button', { name: 'Plus tard' }).click();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.reload();
  await expect(yesterday).toBeAttached();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');

  // It is still there to be installed.
  await expect(toast).toBeVisible();
  await page.getByRole('button', { name: 'L’installer et recharger la page' }).click();
  await expect(yesterday).not.toBeAttached();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});
