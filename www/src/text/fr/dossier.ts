/** Work that is kept, handed over and opened again. */
export const dossier = {
  menu: 'Dossier',
  of: 'Dossier : {{name}}',
  untitled: 'Sans titre',
  name: 'Nom du dossier',
  notKept: 'Rien n’est gardé : la page oublie tout quand elle se ferme.',
  keeping: 'Enregistrement…',
  keptAt: 'Gardé dans ce navigateur à {{time}}. La copie qui compte est le fichier.',
  saveFile: 'Enregistrer le fichier',
  withData: 'avec les données',
  dataTooLarge: 'Au-delà de 100 Mo, les données restent à part.',
  open: 'Ouvrir un dossier…',
  duplicate: 'Dupliquer',
  copyOf: '{{name}} (copie)',
  copyNumber: '{{name}} (copie {{number}})',
  others_one: '{{number}} autre dossier dans ce navigateur',
  others_other: '{{number}} autres dossiers dans ce navigateur',
  keptOn: 'gardé le {{date}}',
  remove: 'Supprimer « {{name}} »',
  eraseAll: 'Tout effacer de ce navigateur',
  nothingChanged: 'Rien n’a changé.',
  awaits:
    'Le dossier « {{name}} » est ouvert sans ses données : donnez le même export, ses réglages l’attendent.',
  done: {
    erased: 'Les dossiers gardés dans ce navigateur sont effacés.',
    opened: 'Dossier « {{name}} » ouvert.',
    deleted: 'Dossier « {{name}} » supprimé.',
    frozen: 'Les chiffres de « {{name}} » sont figés.',
  },
  elsewhere:
    'La date, les conventions ou les montants saisis du dossier ne vont pas avec ces données : les chiffres sont ceux du {{date}}, avec les conventions usuelles.',
  trouble: {
    refused: 'Ce navigateur refuse de garder une copie. Enregistrez le fichier.',
    full: 'Ce navigateur n’a plus de place : ce qui change n’y est plus gardé. Enregistrez le fichier.',
    elsewhere:
      'Ce dossier a changé dans un autre onglet. Celui-ci continue sous le nom « {{name}} » ; rien n’est perdu.',
    erased:
      'La mémoire de ce navigateur a été vidée. Le travail en cours est encore ici, mais n’y est plus gardé.',
  },
  faults: {
    tooLarge: '« {{name}} » est trop gros pour être un dossier.',
    notOne: '« {{name}} » n’est pas un dossier Encours.',
    newer:
      '« {{name}} » vient d’une version plus récente d’Encours : rechargez la page pour la mettre à jour.',
    damaged: '« {{name}} » est incomplet ou a été modifié : ce dossier ne peut pas être ouvert.',
    linkDamaged:
      'Ce lien est incomplet : un logiciel de messagerie l’a sans doute coupé. Demandez-le à nouveau, ou le fichier du dossier.',
    linkNewer:
      'Ce lien vient d’une version plus récente d’Encours : rechargez la page pour la mettre à jour.',
    alone: 'Ouvrez le dossier « {{name}} » seul, sans autre fichier.',
  },
} as const;
