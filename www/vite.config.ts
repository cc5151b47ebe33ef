import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { ahead } from './build/ahead.ts';
import { catalogue } from './build/catalogue.ts';
import { sitePolicy } from './build/csp.ts';
import { firstStyle } from './build/first-style.ts';
import { firstWords } from './build/first-words.ts';
import { hostFiles, hosting } from './build/hosting.ts';
import { withoutNode } from './build/without-node.ts';

/** The site: static files that work under any path, and offline after the first visit. */
export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    catalogue(),
    withoutNode(),
    firstWords(),
    firstStyle(),
    ahead(),
    contentSecurityPolicy(),
    hosting(),
    VitePWA({
      registerType: 'prompt', // a visitor in the middle of a meeting decides when the page changes
      injectRegister: null, // src/views/shell/pwa.ts does it
      manifest: {
        name: 'Encours',
        short_name: 'Encours',
        description: 'Simulateur de DSO et de besoin en fonds de roulement',
        lang: 'fr',
        start_url: '.',
        scope: '.',
        display: 'standalone',
        background_color: '#f7f8f7',
        theme_color: '#0f5c63',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
          { src: 'icon-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
        ],
      },
      includeManifestIcons: false, // the pattern below has them already
      workbox: {
        globPatterns: ['**/*'],
        // The plugin adds the manifest itself.
        globIgnores: ['.vite/**', 'manifest.webmanifest', ...Object.keys(hostFiles)],
        maximumFileSizeToCacheInBytes: 8_000_000,
        navigateFallback: null, // one page; encours.html beside it must stay reachable
        ignoreURLParametersMatching: [/./], // parameters never select a file
      },
    }),
  ],
  // Classic, so that the same worker runs in the single file.
  worker: { format: 'iife' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    manifest: true, // read, then removed, by the size check
    target: 'es2023',
    modulePreload: { polyfill: false },
  },
});

/** Added to the built page only: the development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: sitePolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}
