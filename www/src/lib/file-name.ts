/** A title as the name of a file: without what a file system takes for more than a name. */
export const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    // Dots alone are places, and one in front hides a file.
    .replace(/^[\s.]+/, '')
    .trim()
    .slice(0, 100) || 'encours';
