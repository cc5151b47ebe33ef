import { defineConfig, type Plugin } from 'vite';

/** Serves what was built, for `cargo xtask serve`: on this machine only, and nothing but the files that are there. */
export default defineConfig({
  appType: 'mpa', // a missing file is not the page
  logLevel: 'warn', // the address is told below
  plugins: [address()],
  build: { outDir: '../dist' },
  preview: {
    host: '127.0.0.1',
    strictPort: true,
    headers: {
      'Cache-Control': 'no-cache', // what was just built must be what is shown
      'X-Content-Type-Options': 'nosniff',
    },
  },
});

/** Told once it is true. */
function address(): Plugin {
  return {
    name: 'address',
    configurePreviewServer({ httpServer, config }) {
      httpServer.once('listening', () => {
        const at = httpServer.address();
        if (at === null || typeof at === 'string') return;
        console.log(
          `\nEncours is served at http://${at.address}:${at.port}${config.base} (Ctrl+C to stop)`,
        );
      });
    },
  };
}
