/** Of a sheet of A4, in rem where 1 rem is 16 px. */
export const sheetWidth = ((210 / 25.4) * 96) / 16;

/** By how much sheets are shrunk on a narrow screen; on paper they never are. */
export const shrinking = $state({ scale: 1 });
