import { beforeEach, expect, test, vi } from 'vitest';
import { EngineError } from '../engine/error';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../engine/client', () => ({ engine: { ask } }));

const { Asked } = await import('./asked.svelte');
const { generation } = await import('./generation.svelte');
const { trouble } = await import('./trouble.svelte');

/** Answers with what was asked, once told to. */
function later() {
  const waiting: (() => void)[] = [];
  ask.mockImplementation(
    (_name: string, request: unknown) =>
      new Promise((resolve) => waiting.push(() => resolve(request))),
  );
  return async (index = 0) => {
    waiting.splice(index, 1)[0]?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
}

const asOf = (day: number) => ({ asOf: `2025-01-${String(day).padStart(2, '0')}` });

beforeEach(() => {
  ask.mockReset();
  trouble.forget();
  generation.next();
});

test('the newest question wins, and none between it and the one under way is asked', async () => {
  const answerOne = later();
  const asked = new Asked('report');
  void asked.ask(asOf(1));
  void asked.ask(asOf(2));
  void asked.ask(asOf(3));
  expect(asked.isWaiting).toBe(true);
  await answerOne();
  await answerOne();
  expect(asked.value).toEqual(asOf(3));
  expect(ask).toHaveBeenCalledTimes(2);
  expect(asked.isStale).toBe(false);
});

test('what was answered before is not asked again, until other data comes', async () => {
  ask.mockImplementation((_name: string, request: unknown) => Promise.resolve(request));
  const asked = new Asked('report');
  await asked.ask(asOf(1));
  await asked.ask(asOf(2));
  await asked.ask(asOf(1));
  expect(ask).toHaveBeenCalledTimes(2);
  generation.next();
  expect(asked.value).toBeNull();
  await asked.ask(asOf(1));
  expect(ask).toHaveBeenCalledTimes(3);
});

test('an answer about data that has gone is none', async () => {
  const answerOne = later();
  const asked = new Asked('report');
  void asked.ask(asOf(1));
  generation.next();
  await answerOne();
  expect(asked.value).toBeNull();
  expect(asked.failure).toBeNull();
});

test('a refusal takes the answer away, unless it is kept', async () => {
  ask.mockImplementationOnce((_name: string, request: unknown) => Promise.resolve(request));
  ask.mockImplementationOnce((_name: string, request: unknown) => Promise.resolve(request));
  ask.mockRejectedValue(new EngineError({ code: 'out-of-range' }));
  const [plain, keeping] = [new Asked('report'), new Asked('report', { keeps: true })];
  await plain.ask(asOf(1));
  await keeping.ask(asOf(2));
  await plain.ask(asOf(3));
  await keeping.ask(asOf(4));
  expect(plain.value).toBeNull();
  expect(keeping.value).toEqual(asOf(2));
  expect(keeping.isStale).toBe(true);
  expect(keeping.refused).toEqual(asOf(4));
  expect(trouble.error).toBeNull();
});

test('trouble with the engine leaves the last good answer, marked stale, and the next one comes', async () => {
  ask.mockImplementation((_name: string, request: unknown) => Promise.resolve(request));
  const asked = new Asked('report');
  await asked.ask(asOf(1));
  ask.mockRejectedValueOnce(new EngineError({ code: 'engine-stopped' }));
  await asked.ask(asOf(2));
  expect(asked.value).toEqual(asOf(1));
  expect(asked.isStale).toBe(true);
  expect(trouble.error?.code).toBe('engine-stopped');
  trouble.retry();
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked.value).toEqual(asOf(2));
  expect(asked.isStale).toBe(false);
  expect(trouble.error).toBeNull();
});

test('what is about no data outlives other data', async () => {
  ask.mockImplementation((_name: string, request: unknown) => Promise.resolve(request));
  const asked = new Asked('quick');
  await asked.ask({ receivables: '1', sales: '2', days: '3' });
  generation.next();
  expect(asked.value).not.toBeNull();
});

test('one answer after trouble asks again for all that had none', async () => {
  ask.mockRejectedValue(new EngineError({ code: 'engine-stopped' }));
  const [one, other] = [new Asked('report'), new Asked('report')];
  await one.ask(asOf(1));
  await other.ask(asOf(2));
  expect(trouble.error).not.toBeNull();
  ask.mockImplementation((_name: string, request: unknown) => Promise.resolve(request));
  await one.ask(asOf(3));
  await new Promise((resolve) => setTimeout(resolve));
  expect(other.value).toEqual(asOf(2));
  expect(trouble.error).toBeNull();
});

test('a refusal is no trouble, and ends it', async () => {
  ask.mockRejectedValueOnce(new EngineError({ code: 'engine-stopped' }));
  const asked = new Asked('report');
  await asked.ask(asOf(1));
  ask.mockRejectedValueOnce(new EngineError({ code: 'out-of-range' }));
  await asked.ask(asOf(2));
  expect(asked.failure?.code).toBe('out-of-range');
  expect(trouble.error).toBeNull();
});

test('a question that brings the engine down is asked again by itself only once', async () => {
  ask.mockImplementation((_name: string, request: { asOf: string }) =>
    request.asOf === asOf(1).asOf
      ? Promise.reject(new EngineError({ code: 'engine-stopped' }))
      : Promise.resolve(request),
  );
  const [bad, good] = [new Asked('report'), new Asked('report')];
  await bad.ask(asOf(1));
  for (const day of [2, 3, 4]) {
    await good.ask(asOf(day));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const ofBad = ask.mock.calls.filter(
    ([, request]) => JSON.stringify(request) === JSON.stringify(asOf(1)),
  );
  expect(ofBad).toHaveLength(2);
  expect(trouble.error?.code).toBe('engine-stopped');
});
