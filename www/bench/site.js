import compression from 'compression';
import { build, preview } from 'vite';

/** Its types are those of Express, of which it needs no more than of Vite. */
const compress = /** @type {import('vite').Connect.NextHandleFunction} */ (
  /** @type {unknown} */ (compression())
);

/** Where no tool looks. */
const OUT = 'node_modules/.cache/site';

const base = {
  base: './',
  configFile: /** @type {const} */ (false),
  // What is not there is not the page instead.
  appType: /** @type {const} */ ('mpa'),
  logLevel: /** @type {const} */ ('warn'),
};

/** Builds the page of the measures and serves it. */
export async function serveBench() {
  await build({
    ...base,
    root: import.meta.dirname,
    worker: { format: 'es' },
    // Megabytes of other people's code: its size is not ours to reduce, nor to hear about.
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 10_000,
      assetsInlineLimit: 0,
      // Nor how long a loaded machine took to bundle it.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  });
  return serve(import.meta.dirname, OUT);
}

/** Serves the page of the project as it was built last. */
export function serveDist() {
  return serve(`${import.meta.dirname}/../..`, 'dist');
}

/**
 * @param {string} root
 * @param {string} outDir
 */
async function serve(root, outDir) {
  const server = await preview({
    ...base,
    root,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    // As hosts do: what is measured of the network is what goes over it.
    plugins: [
      {
        name: 'compression',
        configurePreviewServer: ({ middlewares }) => void middlewares.use(compress),
      },
    ],
  });
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    close: () => server.close(),
  };
}
