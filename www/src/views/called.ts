import { t } from '../text/language.svelte';

/** What a customer is called; data of which a part names none has one without a name. */
export const called = (name: string): string => name || t('analysis.nameless');
