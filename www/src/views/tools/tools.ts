import { t } from '../../text/language.svelte';
import { calculators } from './calculators';

/** All that needs no data, with its name. */
export const allTools = (): { name: string; label: string }[] => [
  { name: 'discount', label: t('tools.discount') },
  { name: 'due', label: t('terms.dueTitle') },
  { name: 'penalty', label: t('terms.penaltyTitle') },
  ...calculators.map(({ name }) => ({ name, label: t(`calculatorNames.${name}`) })),
];
