import type { SampleName } from '../../../answers/dataset.svelte';
import { sampleInvoices } from './invoices';
import { sampleSeries } from './series';

/** The text of a sample, as an export in the language of the page would be written. */
export const sampleText = (sample: SampleName): string =>
  sample === 'series' ? sampleSeries() : sampleInvoices();
