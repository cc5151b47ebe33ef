/** What draws: the module that the drawing library comes with. */
export type Drawings = typeof import('./drawings');
