import type { Texts } from '../texts';

export const app: Texts['app'] = {
  title: 'Encours · DSO and working capital simulator',
  promiseTitle: 'How many days of sales are waiting with your customers?',
  promise:
    'Encours measures your DSO in two ways, says why they differ and prices what every day gained brings in.',
  privacy: 'Nothing leaves your browser.',
  skip: 'Skip to content',
  steps: 'Steps',
  data: 'Data',
  diagnosis: 'Diagnosis',
  scenarios: 'Scenarios',
  language: 'Language',
  toDark: 'Switch to the dark theme',
  toLight: 'Switch to the light theme',
  version: 'Version {{version}}',
  privacyStatement:
    'Your data is read and computed on this device: none of it is sent anywhere, or kept after the page is closed.',
  offline: 'Works offline after the first visit.',
  updateReady: 'A new version is ready.',
  updateNow: 'Install it and reload the page',
  updateLater: 'Later',
  updateLoses: 'Pasted data will have to be given again.',
  showTable: 'Show the numbers',
  noResult: 'No data read yet.',
  noResultHint: 'Paste or drop your data, or start from an example.',
  unusable: 'This data gives no figure.',
  unusableHint: 'Correct the data or the meaning of the columns: the figures come back at once.',
  toData: 'Review the data',
  stale: 'Computed with the last valid entry.',
  partUnavailable: 'This part of the page could not be loaded. Reload the page.',
  undefined: 'undefined',
};
