/** Is `yyyy-mm-dd` the last day of its month? */
export function isMonthEnd(date: string): boolean {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000);
  return next.getUTCDate() === 1;
}
