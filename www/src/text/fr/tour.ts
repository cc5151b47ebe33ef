/** The walk over the example. */
export const tour = {
  title: 'Visite guidée',
  place: 'Étape {{step}} sur {{number}}',
  on: 'Suivant',
  back: 'Précédent',
  end: 'Terminer',
  leave: 'Quitter la visite',
  sentence:
    'L’essentiel en une phrase : combien de jours de ventes vos clients vous doivent, si c’est plus qu’avant, et qui porte le retard.',
  gap: 'Deux méthodes donnent deux DSO. Ce lien dit pourquoi ils diffèrent, et lequel citer.',
  split:
    'Ce que le DSO doit au délai convenu, au retard et aux litiges, mois par mois. Les flèches du clavier vont d’un mois à l’autre.',
  customers:
    'Les clients qui pèsent le plus. Un clic sur un nom montre ses factures, son retard et ce qu’il coûte.',
  actions:
    'Trois actions, ce qu’elles libèrent et ce qu’elles rapportent sur ces factures. « Simuler » ouvre l’atelier, où tout se règle.',
} as const;
