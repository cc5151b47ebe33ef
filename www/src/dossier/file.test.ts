import { describe, expect, test } from 'vitest';
import { currentDossier } from './dossier';
import { DossierError } from './fault';
import { readDossier, writeDossier, type DossierFile } from './file';
import { legalCap } from './settings';
import { scenarios } from './scenarios.svelte';
import { terms } from './terms.svelte';

const savedAt = '2026-11-28T08:30:00.000Z';

function made(files: Record<string, string> | null = null): DossierFile {
  const named = Object.entries(files ?? {}).map(([name, text]) => ({
    name,
    bytes: new Blob([text]),
  }));
  return {
    name: 'Delcourt Jardin',
    savedAt,
    dossier: JSON.parse(JSON.stringify(currentDossier())) as DossierFile['dossier'],
    data: files === null ? null : { isText: false, files: named },
  };
}

/** What a file is refused for. */
async function faultOf(file: Blob): Promise<string> {
  try {
    await readDossier(file);
    return 'none';
  } catch (error) {
    return error instanceof DossierError ? error.fault : String(error);
  }
}

const packed = (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

const json = async (file: Blob): Promise<string> =>
  new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();

describe('a dossier in a file', () => {
  test('comes back as it was, with its data', async () => {
    scenarios.add('legalCap', [legalCap(terms.legal)]);
    const letters = Array.from({ length: 200_000 }, (_, at) => `${String(at)};é\n`).join('');
    const file = await writeDossier(made({ 'a.csv': letters, 'b.csv': '' }));
    const read = await readDossier(file);
    expect({ ...read, data: null }).toEqual(made());
    const texts = await Promise.all((read.data?.files ?? []).map(({ bytes }) => bytes.text()));
    expect(texts).toEqual([letters, '']);
    expect(read.data?.files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  test('is small', async () => {
    expect((await writeDossier(made())).size).toBeLessThan(2_000);
  });

  test('without its data says so', async () => {
    expect((await readDossier(await writeDossier(made()))).data).toBeNull();
  });

  test('may be bare JSON', async () => {
    const bare = await json(await writeDossier(made({ 'a.csv': 'a;b' })));
    expect((await readDossier(new Blob([bare]))).name).toBe('Delcourt Jardin');
  });
});

describe('a file that is no dossier', () => {
  test('is refused, with the reason', async () => {
    const whole = await writeDossier(made({ 'a.csv': 'a;b\n1;2' }));
    const bare = await json(whole);
    expect(await faultOf(new Blob(['mois;ventes']))).toBe('notOne');
    expect(await faultOf(new Blob(['']))).toBe('notOne');
    expect(await faultOf(new Blob(['{}']))).toBe('notOne');
    expect(await faultOf(new Blob(['null']))).toBe('notOne');
    expect(await faultOf(whole.slice(0, whole.size - 20))).toBe('damaged');
    expect(await faultOf(whole.slice(0, 30))).toBe('damaged');
    expect(await faultOf(await packed('mois;ventes'))).toBe('damaged');
    expect(await faultOf(new Blob([bare.replace('"version":7', '"version":8')]))).toBe('newer');
    for (const none of ['0', '-1', '6.5']) {
      const changed = bare.replace('"version":7', `"version":${none}`);
      expect(await faultOf(new Blob([changed]))).toBe('damaged');
    }
  });

  test('nothing is taken of one that was edited into something else', async () => {
    const bare = await json(await writeDossier(made()));
    const edits: [string, string][] = [
      ['"currency":"EUR"', '"currency":"<b>"'],
      ['"ratePercent":"5"', '"ratePercent":"five"'],
      ['"ratePercent":"5"', '"ratePercent":5'],
      ['"conventions":{}', '"conventions":[]'],
      ['"name":"terms"', '"name":"constructor"'],
      ['"preset":"legalCap"', '"preset":"__proto__"'],
      ['"regime":"longestAgreed"', '"regime":"nope"'],
      ['"monthEnd":"latest"', '"monthEnd":"never"'],
      ['"reading":[]', '"reading":[{"sheet":-1,"options":{}}]'],
    ];
    for (const [from, to] of edits) {
      expect(bare, from).toContain(from);
      expect(await faultOf(new Blob([bare.replace(from, to)])), to).toBe('damaged');
    }
  });

  test('nothing is taken of one that names the same twice, or a day that is none', async () => {
    const { dossier } = made();
    const { report } = dossier;
    const { scenarios: all } = dossier.scenarios;
    const withAll = (scenarios: typeof all) => ({
      ...dossier,
      scenarios: { ...dossier.scenarios, scenarios },
    });
    const edited: DossierFile['dossier'][] = [
      withAll([...all, ...all]),
      withAll(all.map((one) => ({ ...one, levers: [...one.levers, ...one.levers] }))),
      { ...dossier, report: { ...report, annexes: ['split', 'split'] } },
      { ...dossier, report: { ...report, date: '2025-13-45' } },
      { ...dossier, report: { ...report, date: '2025-02-31' } },
      { ...dossier, report: { ...report, logo: 'data:image/svg+xml,<svg/>' } },
    ];
    for (const [at, one] of edited.entries()) {
      const file = await writeDossier({ ...made(), dossier: one });
      expect(await faultOf(file), String(at)).toBe('damaged');
    }
  });

  test('one that would fill the memory is stopped on the way', async () => {
    const zeros = new Blob(Array.from({ length: 170 }, () => new Uint8Array(1_000_000)));
    const bomb = await new Response(
      zeros.stream().pipeThrough(new CompressionStream('gzip')),
    ).blob();
    expect(bomb.size).toBeLessThan(1_000_000);
    expect(await faultOf(bomb)).toBe('tooLarge');
  }, 60_000);

  test('so is one of many files that would do it together', async () => {
    const half = new Uint8Array(90_000_000);
    const file = made();
    file.data = {
      isText: false,
      files: ['a', 'b'].map((name) => ({ name, bytes: new Blob([half]) })),
    };
    expect(await faultOf(await writeDossier(file))).toBe('tooLarge');
  }, 60_000);
});
