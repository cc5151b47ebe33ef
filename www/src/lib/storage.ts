import { mayStore } from './embedding';

/** Small choices kept between visits: language, theme and size, never data. */
type Choice = 'language' | 'theme' | 'size' | 'keep';

/** The remembered choice; `null` too where the browser keeps nothing. */
export function recall(choice: Choice): string | null {
  if (!mayStore) return null;
  try {
    return localStorage.getItem(`encours.${choice}`);
  } catch {
    return null;
  }
}

/** Forgets a choice. */
export function forget(choice: Choice): void {
  try {
    localStorage.removeItem(`encours.${choice}`);
  } catch {
    // Nothing was remembered.
  }
}

/** Remembers a choice where the browser allows it. */
export function remember(choice: Choice, value: string): void {
  if (!mayStore) return;
  try {
    localStorage.setItem(`encours.${choice}`, value);
  } catch {
    // Without storage the choice holds for this visit.
  }
}

/** The dossier that this tab works on: a reload comes back to it, another tab does not. */
export const tabDossier = {
  get current(): string | null {
    try {
      return sessionStorage.getItem('encours.dossier');
    } catch {
      return null;
    }
  },
  set current(id: string | null) {
    try {
      if (id === null) sessionStorage.removeItem('encours.dossier');
      else sessionStorage.setItem('encours.dossier', id);
    } catch {
      // Without storage a reload begins anew.
    }
  },
};
