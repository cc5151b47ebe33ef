/** The main path in every browser that people have: each figure on the page is what it is in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { seed, textsOf } from './app';
import { unzip } from './unzip';
import { start, type Browser } from './webdriver';

/** What is shown: of each view, every exact figure with the test id it stands under. */
type Figures = Record<string, readonly string[]>;

/** What a person does, and a figure that tells when the page has answered. */
interface Step {
  name: string;
  act: (page: Page) => Promise<void>;
  testid: string;
  value: string | RegExp;
}

const names = ['Chromium', 'Firefox', 'WebKit'] as const;

/** Those that a figure can stand in, and those of them that need no data. */
const views = ['data', 'dashboard', 'analyses', 'scenarios', 'report', 'tools'];
const withoutData = ['data', 'tools'];

const singleFile = pathToFileURL(join(__dirname, '../../dist/encours.html')).href;
const workbook = join(__dirname, '../fixtures/deux-feuilles.xlsx');
/** Saved by Chromium, with twelve levers: its README says more. */
const dossier = join(__dirname, '../fixtures/dossiers/1-invoices.encours');
const [fec = ''] = textsOf('fec.json', 'fec-18-columns');
const [second = '', first = ''] = textsOf('several_files.json', 'fec-two-years');
const list = invoiceList();

let directory = '';

test.beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'encours-path-'));
});

test.afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

const path: readonly Step[] = [
  {
    name: 'a pasted text',
    act: (page) => page.paste(seed),
    testid: 'kpi-roll-back-dso',
    value: '68.5',
  },
  {
    name: 'a FEC',
    act: (page) => page.give(file('fec.txt', fec)),
    testid: 'kpi-receivables',
    value: '3000',
  },
  {
    name: 'the sheets of a workbook',
    act: (page) => page.give(workbook),
    testid: 'kpi-roll-back-dso',
    value: '68.5',
  },
  {
    name: 'two files',
    act: (page) => page.give(file('2025-03.txt', second), file('2025-02.txt', first)),
    testid: 'kpi-receivables',
    value: '2550',
  },
  {
    name: 'a CSV file of several pieces',
    act: (page) => page.give(file('invoices.csv', list.text)),
    testid: 'kpi-receivables',
    value: String(list.receivables),
  },
  {
    name: 'a Parquet file',
    act: (page) => page.give(join(__dirname, '../fixtures/parquet/invoices-zstd.parquet')),
    testid: 'kpi-receivables',
    value: '53685',
  },
  {
    name: 'a scenario: terms of everybody, as far as the slider goes',
    act: (page) => page.simulate('lever-terms'),
    testid: 'scenario-cash',
    value: /^[1-9]/,
  },
  {
    name: 'a dossier from another browser',
    act: (page) => page.give(dossier),
    testid: 'kpi-receivables',
    value: '508521.93',
  },
  {
    name: 'its scenario',
    act: (page) => page.show('scenarios'),
    testid: 'scenario-cash',
    value: '317542.74',
  },
];

test('the site gives the same figures in Chromium, Firefox and WebKit', async ({ baseURL }) => {
  await everywhere(baseURL ?? '');
});

test('the single file does so from file://', async () => {
  await everywhere(singleFile);
});

test('the deck is the same in Chromium, Firefox and WebKit', async ({ baseURL }) => {
  await sameDecks(baseURL ?? '');
});

test('the single file hands over the same deck from file://', async () => {
  await sameDecks(singleFile);
});

for (const [name, lack, settings] of [
  ['Firefox', 'WebAssembly', { 'javascript.options.wasm': false }],
  ['WebKit', 'SIMD, as in Lockdown Mode', { JSC_useWasmSIMD: '0' }],
] as const) {
  test(`${name} without ${lack} says what is needed`, async ({ baseURL }) => {
    const browser = await start(name, settings);
    try {
      await browser.open(baseURL ?? '');
      const said = () =>
        browser.run(
          () => document.querySelector('[data-testid="engine-trouble"]')?.textContent ?? '',
        );
      await expect.poll(said).toContain('Safari 16.4');
    } finally {
      await browser.close();
    }
  });
}

/** Goes the path in all browsers at once, which are to show the same after each step. */
async function everywhere(address: string): Promise<void> {
  test.setTimeout(240_000);
  const browsers = await startAll();
  try {
    const pages = browsers.map((browser, at) => new Page(browser, names[at] ?? ''));
    await Promise.all(browsers.map((browser) => browser.open(address)));
    await Promise.all(pages.map((page) => page.shows('quick-result', /\d/, 'the first figure')));
    for (const { name, act, testid, value } of path) {
      await test.step(name, async () => {
        await Promise.all(pages.map(act));
        await Promise.all(pages.map((page) => page.shows(testid, value, name)));
        await showTheSame(pages, name);
      });
    }
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

/** Opens a dossier in all browsers at once, whose decks are to have the same slides, notes and charts. */
async function sameDecks(address: string): Promise<void> {
  test.setTimeout(120_000);
  const browsers = await startAll();
  try {
    const pages = browsers.map((browser, at) => new Page(browser, names[at] ?? ''));
    await Promise.all(browsers.map((browser) => browser.open(address)));
    await Promise.all(pages.map((page) => page.give(dossier)));
    await Promise.all(pages.map((page) => page.shows('kpi-receivables', '508521.93', 'a dossier')));
    const [chromium = new Map<string, string>(), ...others] = await Promise.all(
      pages.map((page) => page.deck()),
    );
    expect([...chromium.keys()].filter((name) => /slide\d+\.xml$/.test(name))).toHaveLength(5);
    for (const [at, deck] of others.entries()) {
      expect(deck, `${names[at + 1] ?? ''}: every part`).toEqual(chromium);
    }
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
  }
}

async function startAll(): Promise<Browser[]> {
  const started = await Promise.allSettled(names.map((name) => start(name)));
  const browsers = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed === undefined) return browsers;
  await Promise.all(browsers.map((browser) => browser.close()));
  throw failed.reason;
}

/** Waits until every figure is the same in all of them, and nothing more comes. */
async function showTheSame(pages: readonly Page[], step: string): Promise<void> {
  let before: Figures | undefined;
  await expect(async () => {
    const [chromium, ...others] = await Promise.all(pages.map((page) => page.figures()));
    const last = before;
    before = chromium;
    for (const [at, figures] of others.entries()) {
      expect(figures, `${names[at + 1] ?? ''}, ${step}: every figure`).toEqual(chromium);
    }
    expect(last, `${step}: no figure comes late`).toEqual(chromium);
  }).toPass({ intervals: [500], timeout: 30_000 });
}

/** A file of this name and text. */
function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** The page, by the names that are made for tests. */
class Page {
  constructor(
    readonly browser: Browser,
    readonly name: string,
  ) {}

  /** Goes to a view; one that needs data may not open yet. */
  async show(view: string): Promise<void> {
    await this.browser.run((name) => {
      location.hash = `#/${name}`;
    }, view);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if ((await this.value(`view-${view}`)) !== null) return;
      await setTimeout(50);
    }
  }

  async paste(text: string): Promise<void> {
    await this.show('data');
    await this.shows('paste', null, 'the field');
    await this.browser.run((given) => {
      const field = document.querySelector<HTMLTextAreaElement>('[data-testid="paste"]');
      if (field === null) return;
      field.value = given;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
  }

  async give(...paths: string[]): Promise<void> {
    await this.show('data');
    await this.shows('file-input', null, 'the field for files');
    await this.browser.give('file-input', paths);
  }

  /** Switches a lever on, and moves its first slider as far as it goes. */
  async simulate(lever: string): Promise<void> {
    await this.show('scenarios');
    await this.shows(lever, null, 'the lever');
    await this.browser.run((name) => {
      // A lever that is off is one line, whose button is the switch.
      document.querySelector<HTMLElement>(`[data-testid="${name}"] button[role="switch"]`)?.click();
    }, lever);
    await this.shows('scenario-cash', /^[1-9]/, 'the scenario');
    const before = await this.value('scenario-cash');
    await this.browser.run((name) => {
      const slider = document.querySelector<HTMLInputElement>(
        `[data-testid="${name}"] input[type="range"]`,
      );
      if (slider === null) return;
      slider.value = slider.max;
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    }, lever);
    const message = `${this.name}: the slider moves the cash`;
    await expect.poll(() => this.value('scenario-cash'), { message }).not.toBe(before);
  }

  /** The parts of the deck that the menu hands over, as text: those that tell a slide, its notes or a chart. */
  async deck(): Promise<Map<string, string>> {
    // A driver does not tell of downloads: what the page hands over is caught on its way.
    await this.browser.run(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (file: Blob) => {
        if (!(file instanceof Blob) || !file.type.includes('presentation')) return make(file);
        const reader = new FileReader();
        reader.onload = () => {
          document.body.dataset['handedOver'] = (reader.result as string).split(',')[1] ?? '';
        };
        reader.readAsDataURL(file);
        return make(file);
      };
    });
    const menuIsOpen = () =>
      this.browser.run(() => {
        if (document.querySelector('[data-testid="export-deck"]') !== null) return true;
        // In a narrow window, as WebKit's is here, the exports are under « Plus ».
        const menus = ['export-menu', 'more-menu'].map((name) =>
          document.querySelector<HTMLElement>(`[data-testid="${name}"]`),
        );
        menus.find((menu) => menu !== null)?.click();
        return false;
      });
    const slowly = { message: `${this.name}: the menu`, intervals: [1_000] };
    await expect.poll(menuIsOpen, slowly).toBe(true);
    await this.browser.run(() => {
      document.querySelector<HTMLElement>('[data-testid="export-deck"]')?.click();
    });
    const handedOver = () => this.browser.run(() => document.body.dataset['handedOver'] ?? '');
    await expect
      .poll(handedOver, { message: `${this.name}: a deck`, timeout: 30_000 })
      .not.toBe('');
    const files = unzip(Buffer.from(await handedOver(), 'base64'));
    const told = /^ppt\/(slides|notesSlides|charts)\/\w+\.xml$/;
    return new Map(
      [...files].flatMap(([name, bytes]) =>
        told.test(name) ? [[name, bytes.toString('utf8')]] : [],
      ),
    );
  }

  /** The exact figure under a test id, empty where it has none; `null` where it is not shown. */
  value(testid: string): Promise<string | null> {
    return this.browser.run((name) => {
      const found = document.querySelector(`[data-testid="${name}"]`);
      return found === null ? null : (found.getAttribute('data-value') ?? '');
    }, testid);
  }

  /** Waits until a figure is shown; `null` for whatever stands in its place. */
  async shows(testid: string, value: string | RegExp | null, step: string): Promise<void> {
    const shown = async () => {
      if (testid.startsWith('kpi-')) await this.show('dashboard');
      return (await this.value(testid)) ?? 'not shown';
    };
    const message = `${this.name}, ${step}: ${testid}`;
    const wanted = expect.poll(shown, { message });
    if (value === null) await wanted.not.toBe('not shown');
    else if (typeof value === 'string') await wanted.toBe(value);
    else await wanted.toMatch(value);
  }

  /** Every figure that is shown, by view. */
  async figures(): Promise<Figures> {
    const found: Record<string, readonly string[]> = {};
    const hasData = await this.browser.run(
      () => document.querySelector('[data-testid="nav-dashboard"]') !== null,
    );
    for (const view of hasData ? views : withoutData) {
      await this.show(view);
      found[view] = await this.browser.run(() =>
        Array.from(document.querySelectorAll('[data-value]'), (figure) => {
          const place = figure.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
          return `${place} = ${figure.getAttribute('data-value') ?? ''}`;
        }),
      );
    }
    return found;
  }
}

/**
 * 180,000 invoices of 2025, 11 MB, which several workers read, and what is owed of them: 100 to 106 each, paid 40 days after
 * issue, so that those of the last days are open.
 */
function invoiceList(): { text: string; receivables: number } {
  const day = 86_400_000;
  const [first, last] = [Date.UTC(2025, 0, 1), Date.UTC(2025, 11, 31)];
  const date = (time: number) => new Date(time).toISOString().slice(0, 10);
  const lines = ['numéro;client;date de facture;échéance;date de règlement;montant ttc'];
  let receivables = 0;
  for (let index = 0; index < 180_000; index += 1) {
    const issued = first + (index % 365) * day;
    const paid = issued + 40 * day;
    const amount = 100 + (index % 7);
    if (paid > last) receivables += amount;
    lines.push(
      [
        `F2025-${String(index).padStart(6, '0')}`,
        `Client ${String(index % 50)}`,
        date(issued),
        date(issued + 30 * day),
        paid > last ? '' : date(paid),
        `${String(amount)},00`,
      ].join(';'),
    );
  }
  return { text: lines.join('\n'), receivables };
}
