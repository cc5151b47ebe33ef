import { expect, it } from 'vitest';
import { latest } from './latest';

it('drops what nobody waits for any more', async () => {
  const ran: number[] = [];
  const ask = latest(async (request: number) => {
    await Promise.resolve();
    ran.push(request);
  });
  await Promise.all([ask(1), ask(2), ask(3)]);
  expect(ran).toEqual([1, 3]);
});

it('goes on after a failure', async () => {
  const ran: number[] = [];
  const ask = latest(async (request: number) => {
    await Promise.resolve();
    if (request === 1) throw new Error('once');
    ran.push(request);
  });
  await expect(ask(1)).rejects.toThrow('once');
  await ask(2);
  expect(ran).toEqual([2]);
});

it('runs what came while one failed', async () => {
  const ran: number[] = [];
  const ask = latest(async (request: number) => {
    await Promise.resolve();
    if (request === 1) throw new Error('once');
    ran.push(request);
  });
  await Promise.all([ask(1), ask(2)]);
  expect(ran).toEqual([2]);
});
