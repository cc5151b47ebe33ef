import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { catalogue } from './build/catalogue.ts';

/** Unit tests of what needs no browser; they stand beside the code they test. */
export default defineConfig({
  plugins: [svelte(), catalogue()],
  test: { include: ['{src,build}/**/*.test.ts'], environment: 'node' },
});
