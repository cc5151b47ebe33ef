import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** The pictures of the README, of what is in dist/: `cargo xtask pictures`. */
export default defineConfig({ ...base, testMatch: '*.picture.ts' });
