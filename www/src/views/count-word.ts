import { formatCount } from '../text/format';
import { t } from '../text/language.svelte';

/** `deux`, `14`: small counts are words in a sentence; at its start with a capital letter. */
export function countWord(count: number, isFirst = true): string {
  const word = t('counts.words').split(' ')[count - 1];
  if (word === undefined) return formatCount(count);
  return isFirst ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
