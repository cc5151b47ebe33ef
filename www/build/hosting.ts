import type { Plugin } from 'vite';

/** What a static host is told, once: every file, then those whose name changes with what they hold. */
const guarded = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};
// A visitor of yesterday asks whether there is a new version.
const everywhere = { ...guarded, 'Cache-Control': 'no-cache' };
const named = { 'Cache-Control': 'public, max-age=31536000, immutable' };

const lines = (headers: Record<string, string>, line: (name: string, value: string) => string) =>
  Object.entries(headers).map(([name, value]) => line(name, value));

/**
 * Netlify and Cloudflare Pages: `_headers` beside the page. Both have browsers ask again for everything unless told
 * otherwise, and send what two rules say of one header together.
 */
export const netlify = [
  '/*',
  ...lines(guarded, (name, value) => `  ${name}: ${value}`),
  '/assets/*',
  ...lines(named, (name, value) => `  ${name}: ${value}`),
  '',
].join('\n');

/** Apache: `.htaccess` beside the page. */
export const apache = [
  'AddType application/wasm .wasm',
  'AddType application/manifest+json .webmanifest',
  '<IfModule mod_deflate.c>',
  '  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/wasm application/manifest+json image/svg+xml',
  '</IfModule>',
  '<IfModule mod_headers.c>',
  ...lines(everywhere, (name, value) => `  Header set ${name} "${value}"`),
  // The names under assets/ end in what stands for their content.
  `  <FilesMatch "-[A-Za-z0-9_-]{8}\\.(js|css|wasm)$">`,
  ...lines(named, (name, value) => `    Header set ${name} "${value}"`),
  '  </FilesMatch>',
  '</IfModule>',
  '',
].join('\n');

/** nginx: to be included in the `server` block of the site, whose `root` is what was built. */
export const nginx = [
  'location / {',
  ...lines(everywhere, (name, value) => `  add_header ${name} "${value}";`),
  '}',
  // In quotes, for its braces: the names under assets/ end in what stands for their content, wherever the site lies.
  'location ~ "-[A-Za-z0-9_-]{8}\\.(js|css|wasm)$" {',
  // Of headers that a level adds none is inherited.
  ...lines({ ...everywhere, ...named }, (name, value) => `  add_header ${name} "${value}";`),
  '}',
  'location ~ \\.webmanifest$ {',
  '  types { }',
  '  default_type application/manifest+json;',
  ...lines(everywhere, (name, value) => `  add_header ${name} "${value}";`),
  '}',
  '# `types` replaces what is known: with `include mime.types;` in `http`, wasm is among it since nginx 1.21.4.',
  'gzip on;',
  'gzip_types text/css text/javascript application/javascript application/wasm application/manifest+json image/svg+xml;',
  '',
].join('\n');

/** Files that tell hosts so. They are for the host alone: the service worker must not ask for them. */
export const hostFiles = { _headers: netlify, '.htaccess': apache };

export function hosting(): Plugin {
  return {
    name: 'hosting',
    apply: 'build',
    generateBundle() {
      for (const [fileName, source] of Object.entries(hostFiles)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
