import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './fixtures';

/**
 * Axe finds nothing in what the page shows, or in the part of a selector. It runs in the page itself and stays there: its
 * package for Playwright opens another page for every look, which takes longer than looking.
 */
export async function expectNoViolations(page: Page, where = '', part?: string): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (selector) => {
    // What is still on its way in is fainter than it will be.
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().iterations !== Infinity;
    const moving = document.getAnimations().filter(ends);
    // One that is taken away on the way ends no more.
    await Promise.allSettled(moving.map((animation) => animation.finished));
    const inside = selector === undefined ? document : { include: [selector] };
    const { violations } = await window.axe.run(inside, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]);
  }, part);
  expect(found, where).toEqual([]);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
