import type { fr } from './fr';

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** What a language has to say: a missing key or one too many does not compile. */
export type Texts = Translated<typeof fr>;
