import type { Failure } from '../engine/error';
import { formatPlain } from '../i18n/format';
import { t } from '../i18n/language.svelte';

/** What an error says in the language of the page. */
export function errorText({ code, value = '', least = '', most = '' }: Failure): string {
  return t(`errors.${code}`, { value, least: plain(least), most: plain(most) });
}

function plain(bound: string): string {
  return bound === '' ? '' : formatPlain(bound);
}
