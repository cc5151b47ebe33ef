/** Why a file, or a link, is no dossier that can be opened. */
export type DossierFault =
  'tooLarge' | 'notOne' | 'newer' | 'damaged' | 'linkDamaged' | 'linkNewer';

export class DossierError extends Error {
  constructor(readonly fault: DossierFault) {
    super(fault);
  }
}
