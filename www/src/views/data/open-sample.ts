import { dataset, type SampleName } from '../../answers/dataset.svelte';
import { withTexts } from '../../text/language.svelte';

/** Opens a made-up company in place of what there is. What makes it up is fetched when it is asked for. */
export async function openSample(sample: SampleName): Promise<void> {
  const { sampleText } = await withTexts(import('./samples'));
  dataset.openSample(sample, sampleText(sample));
}
