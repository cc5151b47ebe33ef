/** What leaves the page: files, and text to paste elsewhere. */
export const exports = {
  menu: 'Exporter',
  text: 'Texte pour un e-mail',
  textHint: 'copié, prêt à coller',
  copied: 'Copié',
  months: 'Mois',
  customers: 'Clients',
  scenariosTable: 'Scénarios',
  csvHint: 'tableau CSV, tous les chiffres entiers',
  json: 'Données JSON',
  jsonHint: 'tous les chiffres, tels que calculés',
  failed: 'L’export n’a pas pu être préparé. Réessayez.',
  of: '{{title}}, au {{date}}',
  line: '{{name}} : {{value}}',
  scenarios: 'Scénarios, financement à {{rate}} :',
  scenario:
    '- {{name}} : DSO {{dso}}, {{cash}} libérés au {{date}} ({{average}} en moyenne), gain net {{net}} par an',
  scenarioColumn: 'Scénario',
  made: 'Calculé avec Encours, sans envoi de données.',
} as const;
