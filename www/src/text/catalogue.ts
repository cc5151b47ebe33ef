/** Texts by section: `{ app: { title: 'Encours', days_one: '{{number}} jour' } }`. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** What stands in a text for its `{{names}}`; `count` also chooses its form, as in `days_one` and `days_other`. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** Keys of one section after the other, each form of a text left out for the text itself: `app.days`. */
export type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? FormOf<K> : `${K}.${KeyOf<T[K]>}`;
}[keyof T & string];

type FormOf<K extends string> = K extends `${infer Text}_${Intl.LDMLPluralRule}` ? Text : K;

/** The texts of a language, found by their keys. */
export class Catalogue {
  readonly #tree: Record<string, string | TextTree> = {};
  readonly #plurals: Intl.PluralRules;

  constructor(locale: string) {
    this.#plurals = new Intl.PluralRules(locale);
  }

  /** Adds sections. */
  add(texts: TextTree): void {
    Object.assign(this.#tree, texts);
  }

  has(section: string): boolean {
    return section in this.#tree;
  }

  /** A text with its values; `null` where there is none of this key. */
  find(key: string, values: Values = {}): string | null {
    const { count } = values;
    const text =
      (typeof count === 'number' ? this.#form(key, count) : undefined) ?? this.#text(key);
    return (
      text?.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? '')) ?? null
    );
  }

  /** A language may have a form for millions that only some texts have. */
  #form(key: string, count: number): string | undefined {
    return this.#text(`${key}_${this.#plurals.select(count)}`) ?? this.#text(`${key}_other`);
  }

  #text(key: string): string | undefined {
    let found: string | TextTree | undefined = this.#tree;
    for (const part of key.split('.')) {
      if (typeof found !== 'object') return undefined;
      found = found[part];
    }
    return typeof found === 'string' ? found : undefined;
  }
}
