import { expect, test } from 'vitest';
import type { Lever, Suggestion } from '../../engine/pkg/encours';
import { liveLever, movedTo, valueOf } from './live-lever';

const suggestion = (action: Lever['action'], cashReleased: string, group = 'customers') =>
  ({
    lever: { action, sharePercent: '100' },
    group,
    worth: { cashReleased },
  }) as unknown as Suggestion;

const invoicing = suggestion({ lever: 'fasterInvoicing', days: 3 }, '3000');
const reminders = suggestion({ lever: 'reminders', shrinkPercent: '30', days: 0 }, '700');

test('days of lateness come first where customers pay late, whatever else brings more', () => {
  const live = liveLever([invoicing, reminders]);
  expect(live?.settings.name).toBe('reminders');
  expect(live?.settings.numbers.shrinkPercent).toBe('0');
  expect(live && valueOf(live)).toBe('10');
  expect(live?.number.most).toBe(30);
});

test('else the first that brings something from customers, at its usual number', () => {
  const idle = suggestion({ lever: 'reminders', shrinkPercent: '30', days: 0 }, '0');
  const stocks = suggestion({ lever: 'inventory', days: 10 }, '9000', 'otherBalances');
  const live = liveLever([stocks, idle, invoicing]);
  expect(live?.settings.name).toBe('fasterInvoicing');
  expect(live && valueOf(live)).toBe('3');
  expect(live && valueOf(movedTo(live, '5'))).toBe('5');
  expect(liveLever([stocks, idle])).toBeNull();
});
