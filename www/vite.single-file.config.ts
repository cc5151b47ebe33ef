import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { catalogue } from './build/catalogue.ts';
import { singleFile } from './build/single-file.ts';
import { withoutNode } from './build/without-node.ts';

/** `encours.html`: the whole page in one file that opens from a USB stick. */
export default defineConfig({
  publicDir: false,
  plugins: [
    svelte(),
    catalogue(),
    withoutNode(),
    VitePWA({ disable: true }), // leaves src/views/shell/pwa.ts without effect
    singleFile('encours.html'),
  ],
  worker: { format: 'iife' },
  build: {
    outDir: '../dist',
    emptyOutDir: false, // the site is already there
    target: 'es2023',
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: {
      input: 'src/main.ts',
      output: { format: 'iife', codeSplitting: false },
      checks: { emptyImportMeta: false }, // Vite's helper for preloads names it, where it has nothing to preload
    },
  },
});
