import type { first } from './fr/first';
import type { rest } from './fr/rest';

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** What a language has to say before anything is given: a missing key or one too many does not compile. */
export type FirstTexts = Translated<typeof first>;

/** What it has to say of what was given. */
export type RestTexts = Translated<typeof rest>;

/** All of it. */
export type Texts = FirstTexts & RestTexts;
