import { dossiers } from '../keeping/dossiers.svelte';
import { t } from '../text/language.svelte';

/** What a copy is called in either language: a copy of a copy is another copy of the same. */
const copied = /\s\((?:copie|copy)(?:\s\d+)?\)$/;

/** The name of a copy, that none of `taken` has. */
export function copyName(name: string, taken: readonly string[]): string {
  const bare = name.replace(copied, '');
  let found: string = t('dossier.copyOf', { name: bare });
  for (let number = 2; taken.includes(found); number += 1) {
    found = t('dossier.copyNumber', { name: bare, number });
  }
  return found;
}

/** The name of a copy of the dossier at hand. */
export function dossierCopyName(): string {
  const { title, others } = dossiers;
  return copyName(title || t('dossier.untitled'), [title, ...others.map(({ name }) => name)]);
}
