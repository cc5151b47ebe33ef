declare module 'virtual:catalogue' {
  /** What the engine knows, as of the build of the page (build/catalogue.ts). */
  export const catalogue: import('./pkg/encours').Catalogue;
}
