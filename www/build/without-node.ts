import type { Plugin } from 'vite';

/**
 * Takes out of the writer of presentations what it would do outside of a browser. It cannot happen here; but every import
 * on demand, and be it of nothing, makes the first screen fetch the helper for them as a file of its own.
 */
export const withoutNode = (): Plugin => ({
  name: 'without-node',
  transform(code, id) {
    if (!id.includes('/pptxgenjs/')) return undefined;
    const without = code.replaceAll(
      /import\('node:\w+'\)/g,
      "Promise.reject(new Error('not here'))",
    );
    if (without === code)
      this.error('the writer of presentations imports nothing of Node any more');
    return { code: without, map: null };
  },
});
