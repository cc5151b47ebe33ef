import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { chooseDate, expectValue, go, open, openSample, paste, seed, show } from './app';
import { cii, own } from './e-invoices';
import { expect, test } from './fixtures';

/** A scenario of firmer reminders, and the cash that it frees. */
async function decide(page: Page): Promise<string> {
  await show(page, 'scenarios');
  await page.getByTestId('lever-reminders').getByRole('switch').click();
  const cash = page.getByTestId('scenario-cash');
  await expect(cash).toHaveAttribute('data-value', /^[1-9]/);
  return (await cash.getAttribute('data-value')) ?? '';
}

async function menu(page: Page, entry: string): Promise<void> {
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId(entry).click();
}

async function name(page: Page, to: string): Promise<void> {
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-name').fill(to);
  await page.getByTestId('dossier-name').press('Enter');
  await expect(page.getByTestId('dossier-menu')).toContainText(to);
}

/** The file that the page hands over. */
async function saved(page: Page, withData: boolean): Promise<{ name: string; bytes: Buffer }> {
  await page.getByTestId('dossier-menu').click();
  if (!withData) await page.getByTestId('dossier-with-data').uncheck();
  const download = page.waitForEvent('download');
  await page.getByTestId('dossier-save').click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function give(page: Page, file: string, buffer: Buffer): Promise<void> {
  await page
    .getByTestId('file-input')
    .setInputFiles({ name: file, mimeType: 'application/x-encours', buffer });
}

/** Leaves without being asked. */
function leaveQuietly(page: Page): void {
  page.on('dialog', (dialog) => void dialog.accept());
}

async function keep(page: Page): Promise<void> {
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-keep').check();
  await expect(page.getByTestId('dossier-status')).toContainText('Gardé dans ce navigateur');
  await page.keyboard.press('Escape');
}

test('a file brings back what was handed over, data and all', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  const dso = (await page.getByTestId('kpi-roll-back-dso').getAttribute('data-value')) ?? '';
  const cash = await decide(page);
  await name(page, 'Négoce Armel : 2025/12');
  const file = await saved(page, true);
  expect(file.name).toBe('Négoce Armel   2025 12.encours');
  leaveQuietly(page);
  await page.goto('./');
  await page.reload();
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  await give(page, file.name, file.bytes);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), dso);
  await expect(page.getByTestId('dossier-menu')).toContainText('Négoce Armel : 2025/12');
  await show(page, 'scenarios');
  await expectValue(page.getByTestId('scenario-cash'), cash);
  // Nothing of it was kept: nobody asked for that.
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('electronic invoices given again are those of the company that was chosen', async ({
  page,
}) => {
  const invoice = { issued: '2026-01-10', due: '2026-02-09', cents: 120_000 };
  const north = { name: 'Atelier du Nord', siren: '552100554' };
  const made = [own, own, north, north].map((seller, at) => {
    const buyer = { name: `Client ${String(at)}`, siren: `50000000${String(at)}` };
    return { ...invoice, number: `F-${String(at)}`, seller, buyer };
  });
  const invoices = made.map((one) => ({
    name: `${one.number}.xml`,
    mimeType: 'text/xml',
    buffer: Buffer.from(cii(one)),
  }));
  const giveInvoices = () => page.getByTestId('file-input').setInputFiles(invoices);
  await open(page);
  await giveInvoices();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'data');
  const companies = page.getByTestId('company');
  await expect(companies.nth(0)).toBeChecked();
  await expect(companies.nth(1)).toBeChecked();
  await companies.nth(1).click();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'analyses', 'capital');
  const inventory = page.getByLabel('Stocks', { exact: true });
  await inventory.fill('7000');
  const file = await saved(page, true);
  leaveQuietly(page);
  await page.goto('./');
  await page.reload();
  await give(page, file.name, file.bytes);
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'data');
  await giveInvoices();
  await expect(page.getByTestId('view-dashboard')).toBeVisible();
  await go(page, 'data');
  await expect(companies).toHaveCount(2);
  await expect(companies.nth(0)).toBeChecked();
  await expect(companies.nth(1)).not.toBeChecked();
  await go(page, 'analyses', 'capital');
  await expect(inventory).toHaveValue(/7.?000/);
});

test('a file without data waits for it', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const cash = await decide(page);
  const file = await saved(page, false);
  leaveQuietly(page);
  await page.goto('./');
  await page.reload();
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  await give(page, file.name, file.bytes);
  await expect(page.getByTestId('dossier-awaits')).toBeVisible();
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('dossier-awaits')).toHaveCount(0);
  await show(page, 'scenarios');
  await expectValue(page.getByTestId('scenario-cash'), cash);
});

test('another dossier takes the place of this one, which comes back', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const file = await saved(page, true);
  await openSample(page, 'sample');
  await show(page, 'data');
  await give(page, 'autre.encours', file.bytes);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('dossier-offer')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('kpi-roll-back-dso')).not.toHaveAttribute('data-value', '68.5');
  await expect(page.getByTestId('dossier-offer')).toHaveCount(0);
});

test('what is no dossier is refused with the reason, and nothing changes', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const { bytes } = await saved(page, true);
  await show(page, 'data');
  const fault = page.getByTestId('dossier-fault');
  await give(page, 'court.encours', bytes.subarray(0, bytes.length - 30));
  await expect(fault).toContainText('« court.encours » est incomplet');
  await give(page, 'liste.encours', Buffer.from('mois;ventes\n2025-01;12'));
  await expect(fault).toContainText('n’est pas un dossier');
  await give(page, 'neuf.encours', Buffer.from('{"format":"encours","version":99}'));
  await expect(fault).toContainText('plus récente');
  await give(page, '<img src=x onerror=alert(1)>.encours', Buffer.from('{}'));
  await expect(fault).toContainText('<img src=x onerror=alert(1)>');
  await fault.getByRole('button').click();
  await expect(fault).toHaveCount(0);
  await show(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
});

test('dossiers are kept side by side, deleted, brought back, and erased', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await name(page, 'Armel');
  await keep(page);
  await menu(page, 'dossier-duplicate');
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel (copie)');
  await paste(page, `${seed}\n2025-12;5 000;9 000`);
  const sample = '49.75';
  await expectValue(page.getByTestId('kpi-roll-back-dso'), sample);
  await page.waitForTimeout(1200);

  await menu(page, 'dossier-other');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel');
  await page.reload();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');

  await menu(page, 'dossier-remove');
  await expect(page.getByTestId('dossier-offer')).toContainText('« Armel (copie) » supprimé');
  await page.getByTestId('dossier-menu').click();
  await expect(page.getByTestId('dossier-other')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByTestId('dossier-undo').click();
  await menu(page, 'dossier-other');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), sample);

  await menu(page, 'dossier-erase');
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  // What is on the page stays there.
  await expectValue(page.getByTestId('kpi-roll-back-dso'), sample);

  // For a while all of them can come back.
  await expect(page.getByTestId('dossier-offer')).toContainText('effacés');
  await page.getByTestId('dossier-undo').click();
  await menu(page, 'dossier-other');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel');
});

test('a file whose date the new data does not have is no dead end', async ({ page }) => {
  await open(page);
  await paste(page, 'mois;ca_ttc;encours\n2025-09;300;90\n2025-10;310;100\n2025-11;280;140');
  await chooseDate(page, '2025-10-31');
  await expectValue(page.getByTestId('kpi-receivables'), '100');
  const file = await saved(page, false);
  leaveQuietly(page);
  await page.goto('./');
  await page.reload();
  await expect(page.getByTestId('quick-result')).toHaveAttribute('data-value', /\d/);
  await give(page, file.name, file.bytes);
  await expect(page.getByTestId('dossier-awaits')).toBeVisible();
  await paste(page, 'mois;ca_ttc;encours\n2026-01;310;100\n2026-02;280;140');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '14');
  await expect(page.getByTestId('elsewhere')).toContainText('28 février 2026');
});

test('two tabs do not write over each other', async ({ page, context }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await name(page, 'Armel');
  await keep(page);
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByTestId('dossier-menu')).toContainText('Armel');
  const first = await decide(page);
  await page.waitForTimeout(1200);
  await show(other, 'scenarios');
  await other.getByTestId('lever-terms').getByRole('switch').click();
  await expect(other.getByTestId('dossier-trouble')).toContainText('« Armel (2) »');
  const second = (await other.getByTestId('scenario-cash').getAttribute('data-value')) ?? '';
  for (const [one, cash] of [
    [page, first],
    [other, second],
  ] as const) {
    await one.waitForTimeout(1200);
    await one.reload();
    await expectValue(one.getByTestId('scenario-cash'), cash);
  }
});

test('a dossier that another tab deletes while it is worked on is kept whole', async ({
  page,
  context,
}) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await name(page, 'Armel');
  await keep(page);
  const other = await context.newPage();
  await other.goto('./');
  await expect(other.getByTestId('dossier-menu')).toContainText('Armel');
  await menu(other, 'dossier-duplicate');
  await expect(other.getByTestId('dossier-menu')).toContainText('Armel (copie)');
  await menu(other, 'dossier-remove');
  await expect(other.getByTestId('dossier-offer')).toContainText('« Armel » supprimé');
  const cash = await decide(page);
  await page.waitForTimeout(1200);
  await page.reload();
  await expectValue(page.getByTestId('scenario-cash'), cash);
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel');
});

test('a sample leaves the dossier alone, which comes back with its data', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await name(page, 'Armel');
  await keep(page);
  await openSample(page, 'sample');
  await expect(page.getByTestId('dossier-menu')).not.toContainText('Armel');
  await page.waitForTimeout(1200);
  await menu(page, 'dossier-other');
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await openSample(page, 'sample');
  await expect(page.getByTestId('dossier-menu')).not.toContainText('Armel');
  await page.getByTestId('undo-data').click();
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await expect(page.getByTestId('dossier-menu')).toContainText('Armel');
});

test('Ctrl + Z takes back what was decided last, then what was opened', async ({ page }) => {
  await open(page);
  await openSample(page, 'sample');
  await show(page, 'data');
  await page.getByTestId('file-input').setInputFiles('../tests/fixtures/dossiers/1-series.encours');
  await expect(page.getByTestId('dossier-awaits')).toBeVisible();
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await page.getByTestId('dossier-menu').click();
  await page.getByTestId('dossier-freeze').click();
  await expect(page.getByTestId('dossier-offer')).toContainText('figés');
  await show(page, 'scenarios');
  const lever = page.getByTestId('lever-reminders').getByRole('switch');
  const before = await lever.isChecked();
  await lever.click();
  await expect(lever).toBeChecked({ checked: !before });
  await page.keyboard.press('Control+z');
  await expect(lever).toBeChecked({ checked: before });
  await expect(page.getByTestId('dossier-offer')).toBeVisible();
});

test('amounts that were changed by hand to what is none are refused, or given up', async ({
  page,
}) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  const { name: file, bytes } = await saved(page, true);
  const text = gunzipSync(bytes).toString('utf8');
  const edited = (from: string, to: string) => {
    expect(text).toContain(from);
    return Buffer.from(text.replace(from, to));
  };
  await show(page, 'data');
  await give(page, file, edited('"balances":{}', '"balances":{"receivables":"abc"}'));
  await expect(page.getByTestId('dossier-fault')).toBeVisible();
  await page.getByTestId('dossier-fault').getByRole('button').click();
  await give(page, file, edited('"conventions":{}', '"conventions":{"windowMonths":-3}'));
  await expect(page.getByTestId('elsewhere')).toBeVisible();
  await show(page, 'dashboard');
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await paste(page, `${seed}\n2025-12;5 000;9 000`);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '49.75');
  await expect(page.getByTestId('elsewhere')).toHaveCount(0);
});

test('storage emptied while the page is open is told, and the work stays', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await keep(page);
  await page.evaluate(() => {
    localStorage.clear();
    indexedDB.deleteDatabase('encours');
  });
  const cash = await decide(page);
  await expect(page.getByTestId('dossier-trouble')).toContainText('vidée');
  await expectValue(page.getByTestId('scenario-cash'), cash);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('the one copy that the first version kept is a dossier now', async ({ page }) => {
  await open(page);
  await paste(page, seed);
  await expectValue(page.getByTestId('kpi-roll-back-dso'), '68.5');
  await keep(page);
  const cash = await decide(page);
  await page.waitForTimeout(1500);
  // What that version left behind, made of what this one keeps.
  await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error('refused'));
        };
      });
    const now = await done(indexedDB.open('encours'));
    const all = async (store: string): Promise<unknown> =>
      done(now.transaction(store).objectStore(store).getAll());
    const [kept] = (await all('dossiers')) as { dossier: { reading: unknown; at: unknown } }[];
    const [data] = (await all('data')) as object[];
    if (kept === undefined) throw new Error('nothing is kept');
    now.close();
    await done(indexedDB.deleteDatabase('encours'));
    const opening = indexedDB.open('encours', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('work');
    };
    const first = await done(opening);
    const given = { ...data, choices: kept.dossier.reading, where: kept.dossier.at };
    const work = first.transaction('work', 'readwrite').objectStore('work');
    await done(work.put({ given, dossier: kept.dossier }, 'now'));
    first.close();
    sessionStorage.clear();
  });
  await page.reload();
  await expectValue(page.getByTestId('scenario-cash'), cash);
});

test('leaving asks for nothing that is in a file', async ({ page }) => {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const begin = async () => {
    await open(page);
    await paste(page, seed);
    await page.getByTestId('nav-analyses').click();
  };
  const save = async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+s');
    await (await download).path();
  };
  await begin();
  await page.goto('about:blank');
  expect(asked).toEqual(['beforeunload']);
  await begin();
  await save();
  await page.goto('about:blank');
  expect(asked).toHaveLength(1);
  await begin();
  await save();
  await show(page, 'scenarios');
  await page.getByRole('switch').first().click();
  await expect(page.getByTestId('scenario-cash')).toHaveAttribute('data-value', /\d/);
  await page.goto('about:blank');
  expect(asked).toHaveLength(2);
});
