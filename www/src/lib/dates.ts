/** Is `yyyy-mm-dd` the last day of its month? */
export function isMonthEnd(date: string): boolean {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return next.getUTCDate() === 1;
}

/** How many days a month has. */
export function daysInMonth(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
}

/** The last day of a month, as `yyyy-mm-dd`. */
export const lastDay = (month: string): string => `${month}-${daysInMonth(month)}`;

/** The first day of the month so many months before that of a date: `2025-12-01` is 11 before `2026-11-28`. */
export function firstDayBefore(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

/** In the calendar of the visitor, as yyyy-mm-dd. */
export function daysFromToday(days: number): string {
  const now = new Date();
  const date = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days));
  return date.toISOString().slice(0, 10);
}
