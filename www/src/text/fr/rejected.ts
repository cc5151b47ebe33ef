/** The rows that could not be read. */
export const rejected = {
  title: 'Lignes rejetées',
  intro: 'Telles qu’elles sont écrites dans le fichier. Corrigez-les, puis redonnez le fichier.',
  count: 'Lignes rejetées : {{number}}.',
  kept: 'Seules les {{kept}} premières sont gardées ici, sur {{number}} rejetées.',
  download: 'Télécharger en CSV',
  downloadOf: 'Télécharger en CSV : {{name}}',
  line: 'Ligne',
  file: 'Fichier',
  reason: 'Motif',
  column: 'Colonne en cause',
  fileName: 'lignes-rejetees',
  unavailable: 'Cette liste n’a pas pu être affichée. Rechargez la page et redonnez les données.',
} as const;

/** Why a row was rejected, in few words. */
export const reasons = {
  'invalid-date': 'date illisible',
  'invalid-month': 'mois illisible',
  'invalid-amount': 'montant illisible',
  'amount-too-large': 'montant trop grand',
  'missing-value': 'cellule vide',
  'ragged-row': 'trop de cellules',
  'short-row': 'ligne incomplète',
  'other-delimiter': 'autre séparateur',
  'invalid-account': 'compte illisible',
  'duplicate-month': 'mois déjà lu',
  'invalid-direction': 'sens illisible',
} as const;
