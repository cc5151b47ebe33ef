import type { Language } from '../i18n/language.svelte';
import { sampleInvoices } from './invoices';
import { sampleSeries } from './series';

/** Made-up data to try the page with. */
export type SampleName = 'series' | 'invoices';

/** The text of a sample, as an export in this language would be written. */
export function sampleText(sample: SampleName, language: Language): string {
  return sample === 'series' ? sampleSeries(language) : sampleInvoices(language);
}
