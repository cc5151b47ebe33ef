import { catalogue } from '../../engine/catalogue';
import type { RegimeName } from '../../dossier/terms.svelte';

/** What terms can be brought to by law; a test sees to it that each has its texts. */
export const regimeNames = catalogue.regimes as RegimeName[];

/** Those that "fin de mois" may be computed in two ways for. */
export const monthEndRegimes = catalogue.monthEndRegimes as RegimeName[];

/** The choice that stands for a rule typed by the user. */
export const typedName = 'typed';
