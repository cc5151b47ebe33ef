import type { Texts } from '../texts';

export const dossier: Texts['dossier'] = {
  menu: 'File',
  of: 'File: {{name}}',
  untitled: 'Untitled',
  name: 'Name of the file',
  notKept: 'Nothing is kept: the page forgets everything when it closes.',
  keeping: 'Saving…',
  keptAt: 'Kept in this browser at {{time}}. The copy that counts is the file.',
  saveFile: 'Save the file',
  withData: 'with the data',
  dataTooLarge: 'Beyond 100 MB the data stays apart.',
  open: 'Open a file…',
  duplicate: 'Duplicate',
  copyOf: '{{name}} (copy)',
  copyNumber: '{{name}} (copy {{number}})',
  others_one: '{{number}} other file in this browser',
  others_other: '{{number}} other files in this browser',
  keptOn: 'kept on {{date}}',
  remove: 'Delete “{{name}}”',
  eraseAll: 'Erase everything from this browser',
  nothingChanged: 'Nothing has changed.',
  awaits:
    '“{{name}}” is open without its data: give the same export, its settings are waiting for it.',
  done: {
    erased: 'The dossiers kept in this browser are erased.',
    opened: '“{{name}}” is open.',
    deleted: '“{{name}}” is deleted.',
    frozen: 'The figures of “{{name}}” are frozen.',
  },
  elsewhere:
    'The date, the conventions or the amounts typed in the dossier do not go with this data: the figures are those of {{date}}, by the usual conventions.',
  trouble: {
    refused: 'This browser refuses to keep a copy. Save the file.',
    full: 'This browser has no room left: what changes is no longer kept. Save the file.',
    elsewhere:
      'This work was changed in another tab. Here it goes on as “{{name}}”; nothing is lost.',
    erased: 'The storage of this browser was emptied. Your work is still here, but no longer kept.',
  },
  faults: {
    tooLarge: '“{{name}}” is too large to be one of our files.',
    notOne: '“{{name}}” is not an Encours file.',
    newer: '“{{name}}” comes from a newer version of Encours: reload the page to update it.',
    damaged: '“{{name}}” is incomplete or was changed: it cannot be opened.',
    linkDamaged:
      'This link is incomplete: a mail program has probably cut it. Ask for it again, or for the file.',
    linkNewer: 'This link comes from a newer version of Encours: reload the page to update it.',
    alone: 'Open “{{name}}” alone, without any other file.',
  },
};
