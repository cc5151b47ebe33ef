import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// Run from the root of the checkout, so that tests/e2e is inside: paths here are relative to it.
export default defineConfig(
  // Those of the bench: only `cargo xtask bench` installs what they import, and checks their types.
  globalIgnores([
    'www/node_modules',
    'www/src/engine/pkg',
    'www/bench/src/contenders',
    'www/bench/src/e-invoices.ts',
    'www/bench/page.js',
    'www/bench/site.js',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['www/*.js'] },
        tsconfigRootDir: `${import.meta.dirname}/..`,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      // The compiler reports undefined names, and knows those of the browser and of Node apart.
      'no-undef': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['www/src/**/*.svelte', 'www/src/**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
  },
);
