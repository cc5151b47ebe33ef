import { t } from '../../text/language.svelte';

export type Part = 'result' | 'timeline' | 'compare' | 'uncertainty' | 'goal' | 'suggestions';

/** The parts of what a scenario brings, with their names. */
export const scenarioParts = (): { name: Part; label: string }[] => [
  { name: 'result', label: t('scenario.tabResult') },
  { name: 'compare', label: t('scenario.tabCompare') },
  { name: 'goal', label: t('scenario.tabGoal') },
  { name: 'uncertainty', label: t('scenario.tabUncertainty') },
  { name: 'timeline', label: t('scenario.tabTimeline') },
  { name: 'suggestions', label: t('scenario.tabSuggestions') },
];
