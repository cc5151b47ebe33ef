import { test as tolerant, type Page } from '@playwright/test';
import {
  closePanel,
  expectValue,
  giveFiles,
  open,
  openConventions,
  paste,
  pasteSeed,
  seed,
} from './app';
import { expect, test } from './fixtures';

test('a worker that is gone is replaced, with its data', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  const [worker] = page.workers();
  await worker?.evaluate(() => {
    self.close();
  });
  await openConventions(page);
  await page.getByTestId('month-length').selectOption('thirty');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
  expect(page.workers()).not.toContain(worker);
});

// Not the test of the fixtures: the error is logged, as it should.
tolerant('a worker that fails is replaced, with its data', async ({ page }) => {
  await open(page);
  await pasteSeed(page);
  await page.workers()[0]?.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
  await openConventions(page);
  await page.getByTestId('month-length').selectOption('thirty');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
});

/** How often a worker is killed, and how often while it starts; more with KILLS=300. */
const kills = Number(process.env['KILLS'] ?? 12);

tolerant('a worker killed again and again comes back with its data', async ({ page }) => {
  tolerant.setTimeout(60_000 + kills * 6_000);
  await watchWorkers(page);
  await open(page);
  // Receivables are the sales of the window, so that the DSO is whatever its days are said to be.
  await paste(page, 'mois;ca ttc;encours\n2025-10;4000;\n2025-11;2600;\n2025-12;6400;13000');
  await expect(page.getByTestId('headline')).toBeVisible();
  await openConventions(page);
  await page.getByTestId('day-basis').selectOption('typed');
  for (let kill = 0; kill < kills; kill += 1) {
    // Every third one dies a second time, in the first moments of the worker that takes its place.
    const again = kill % 3 === 0 ? kill % 16 : null;
    await page.evaluate((delay) => {
      window.workers?.at(-1)?.terminate();
      window.killNext = delay;
    }, again);
    const days = String(kill + 20);
    await page.getByLabel('Nombre de jours').fill(days);
    await expect(page.getByTestId('kpi-accounting-dso')).toHaveAttribute('data-value', days);
  }
  await expect(page.getByTestId('engine-trouble')).toHaveCount(0);
});

tolerant('a file that stops the engine is named, and the next one is read', async ({ page }) => {
  await watchWorkers(page);
  await open(page);
  await page.evaluate(() => {
    window.killOn = 'push';
  });
  await giveFiles(page, { 'poison.csv': seed });
  await expect(page.getByTestId('problem')).toContainText('s’arrête sur poison.csv');
  await page.evaluate(() => {
    window.killOn = null;
  });
  await giveFiles(page, { 'good.csv': seed });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

tolerant('without an engine the last figures stay, and are said to be old', async ({ page }) => {
  await watchWorkers(page);
  await open(page);
  await pasteSeed(page);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.evaluate(() => {
    window.killOn = 'ask';
    window.workers?.at(-1)?.terminate();
  });
  await openConventions(page);
  await page.getByTestId('month-length').selectOption('thirty');
  await expect(page.getByTestId('engine-trouble')).toContainText('d’avant');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.evaluate(() => {
    window.killOn = null;
  });
  await closePanel(page);
  // Any other answer that comes meanwhile has this one asked again, and takes the button away.
  await page.getByTestId('retry').evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '67.5');
  await expect(page.getByTestId('engine-trouble')).toHaveCount(0);
});

declare global {
  interface Window {
    workers?: Worker[];
    /** Milliseconds after which the next worker is ended; `null` for never. */
    killNext?: number | null;
    /** The call that ends a worker. */
    killOn?: string | null;
  }
}

/** Keeps the workers of the page, and ends them when told to. */
async function watchWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const workers: Worker[] = [];
    window.workers = workers;
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        workers.push(this);
        const delay = window.killNext ?? null;
        window.killNext = null;
        if (delay !== null) {
          setTimeout(() => {
            this.terminate();
          }, delay);
        }
      }
      override postMessage(message: unknown, transfer: never): void {
        const { path = [] } = message as { path?: string[] };
        if (window.killOn != null && path.includes(window.killOn)) this.terminate();
        else super.postMessage(message, transfer);
      }
    };
  });
}

tolerant.describe('where the memory of a page is small', () => {
  tolerant('data that it does not hold is refused with the reason', async ({ page }) => {
    await page.route(/encours_bg[^/]*\.wasm$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withMostMemory(await response.body(), 640) });
    });
    await open(page);
    const row = (index: number) => `F${index};Client ${index};2025-01-10;2025-02-10;100;`;
    const rows = Array.from({ length: 400_000 }, (_, index) => row(index));
    await giveFiles(page, {
      'longue.csv': ['numero;client;date;echeance;montant ttc;paye le', ...rows].join('\n'),
    });
    await expect(page.getByTestId('problem')).toContainText('La mémoire');
    await paste(page, seed);
    await expectValue(page.getByTestId('kpi-receivables'), '10000');
  });
});

/** A module whose memory grows to so many pages of 64 KiB at most: its section 5 says how it begins and ends. */
function withMostMemory(module: Buffer, most: number): Buffer {
  const parts = [module.subarray(0, 8)];
  for (let at = 8; at < module.length;) {
    const [id, [size, start]] = [module[at], number(module, at + 1)];
    const section = module.subarray(at, start + size);
    if (id === 5) {
      const [least] = number(module, start + 2);
      const content = [1, 1, ...leb(least), ...leb(most)];
      parts.push(Buffer.from([5, ...leb(content.length), ...content]));
    } else parts.push(section);
    at = start + size;
  }
  return Buffer.concat(parts);
}

/** The unsigned number of varying length at a place, and where it ends. */
function number(bytes: Buffer, at: number): [number, number] {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) << shift;
    if (byte < 128) return [value, at + 1];
  }
}

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >> 7)];
}
