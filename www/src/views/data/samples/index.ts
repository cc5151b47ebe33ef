import type { SampleName } from '../../../answers/dataset.svelte';
import type { Language } from '../../../text/language.svelte';
import { sampleInvoices } from './invoices';
import { sampleSeries } from './series';

/** The text of a sample, as an export in this language would be written. */
export function sampleText(sample: SampleName, language: Language): string {
  return sample === 'series' ? sampleSeries(language) : sampleInvoices(language);
}
