type Underscored<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Name;

/**
 * The part of a message's key that stands for a value of the code ("no-article" → "no_article"): Chromium refuses to load an extension
 * whose message names hold anything but letters, digits, "_" and "@".
 */
export const keyOf = <Name extends string>(name: Name): Underscored<Name> => name.replaceAll('-', '_') as Underscored<Name>;
