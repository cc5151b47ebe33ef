import { expect, test } from 'vitest';
import { apache, netlify, nginx } from './hosting';

test('what hosts are told for nginx is written down where its users find it', async () => {
  await expect(nginx).toMatchFileSnapshot('../hosting/nginx.conf');
});

test('all hosts say the same headers', () => {
  const values = /nosniff|no-referrer|microphone=\(\)|immutable/g;
  for (const text of [netlify, apache, nginx]) expect(new Set(text.match(values)).size).toBe(4);
});
