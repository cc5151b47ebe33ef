/** A file is no picture, or none that is to be had of this size. */
export class PictureError extends Error {
  constructor(readonly fault: 'tooLarge' | 'notOne') {
    super(fault);
  }
}

const mostFileBytes = 10_000_000;

/**
 * A picture in a file, no larger than so many pixels, as a `data:image/png` address.
 *
 * It is drawn, and what was drawn is kept: of an SVG no script runs, nothing is fetched, and none of its text stays.
 */
export async function pngOf(file: Blob, width: number, height: number): Promise<string> {
  if (file.size > mostFileBytes) throw new PictureError('tooLarge');
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    // An SVG need not have a size of its own.
    const [ownWidth, ownHeight] = [image.naturalWidth || width, image.naturalHeight || height];
    const scale = Math.min(width / ownWidth, height / ownHeight, 2);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(ownWidth * scale));
    canvas.height = Math.max(1, Math.round(ownHeight * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  } catch {
    throw new PictureError('notOne');
  } finally {
    URL.revokeObjectURL(address);
  }
}
