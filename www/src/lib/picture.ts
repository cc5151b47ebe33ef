/** A file is no picture, or none that is to be had of this size. */
export class PictureError extends Error {
  constructor(readonly fault: 'tooLarge' | 'notOne' | 'unseen') {
    super(fault);
  }
}

/** Beyond so many times as wide as high, or as high as wide, nothing is to be seen of a small picture. */
const mostStretched = 20;

/** Is there nothing in a picture that covers what is behind it? */
const isBlank = (pen: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): boolean =>
  pen
    .getImageData(0, 0, width, height)
    .data.every((value, index) => index % 4 !== 3 || value === 0);

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
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const isLine = Math.max(ownWidth / ownHeight, ownHeight / ownWidth) > mostStretched;
    if (isLine || (pen !== null && isBlank(pen, canvas))) throw new PictureError('unseen');
    return canvas.toDataURL('image/png');
  } catch (error) {
    throw error instanceof PictureError ? error : new PictureError('notOne');
  } finally {
    URL.revokeObjectURL(address);
  }
}
