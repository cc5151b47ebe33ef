/** What the keyboard does, and where it finds everything. */
export const palette = {
  title: 'Aller à, chercher, faire',
  search: 'Vue, analyse, client, action…',
  escape: 'Échap',
  shift: 'Maj',
  none: 'Rien de ce nom.',
  results_one: '{{number}} résultat',
  results_other: '{{number}} résultats',
  view: 'Vue',
  customer: 'Client, {{amount}}',
  scenario: 'Scénario',
  sample: 'Exemple',
  sampleInvoices: 'Exemple d’un grossiste, 600 factures',
  sampleSeries: 'Exemple d’un fabricant, 24 mois',
  help: 'Aide',
  display: 'Affichage',
  shortcuts: 'Raccourcis',
  shortcutsTitle: 'Raccourcis clavier',
  whileTyping: 'Une touche seule n’agit pas pendant la saisie dans un champ.',
} as const;

/** What each shortcut does. */
export const shortcutNames = {
  palette: 'Aller à, chercher, faire',
  save: 'Enregistrer le fichier',
  open: 'Ouvrir un dossier',
  undo: 'Annuler',
  redo: 'Rétablir, dans les scénarios',
  data: 'Données',
  dashboard: 'Tableau de bord',
  analyses: 'Analyses',
  scenarios: 'Scénarios',
  report: 'Rapport',
  present: 'Présenter',
  shortcuts: 'Cette liste',
} as const;
