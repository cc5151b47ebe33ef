import type { Failure } from '../engine/error';
import { formatPlain } from './format';
import { t } from './language.svelte';

/** What an error says in the language of the page. */
export function errorText({ code, value = '', least = '', most = '' }: Failure): string {
  const shown = code === 'input-stops-engine' && value === '' ? t('app.thisText') : value;
  return t(`errors.${code}`, { value: shown, least: plain(least), most: plain(most) });
}

function plain(bound: string): string {
  return bound === '' ? '' : formatPlain(bound);
}
