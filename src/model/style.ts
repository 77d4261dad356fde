/** House style, resolved and complete, for one target. */
export interface Style {
  readonly numbers: {
    /** Whole numbers from 0 up to this are words. */
    readonly wordsTo: number;
    /** At the start of a body sentence 1 to 99 are words, or stay digits. */
    readonly sentenceStart: 'words' | 'digits';
    /** The thousands separator; an empty string for none. */
    readonly group: string;
    /** What follows a percentage, e.g. `%` or ` per cent`. */
    readonly percent: string;
    /** Western digits, or Arabic-Indic ones in a language that has them. */
    readonly digits: 'latn' | 'arab';
  };
  readonly lists: { readonly serialComma: boolean };
  readonly dates: { readonly weekStarts: 'monday' | 'sunday' };
}

/** What ships: The Economist's and AP's common ground. */
export const DEFAULT_STYLE: Style = {
  numbers: { wordsTo: 9, sentenceStart: 'words', group: ',', percent: '%', digits: 'latn' },
  lists: { serialComma: false },
  dates: { weekStarts: 'monday' },
};

/** House style as a person writes it: any part of it. */
export type PartialStyle = { readonly [Part in keyof Style]?: Partial<Style[Part]> };

/** Lays styles over each other, the later over the earlier. */
export function mergeStyles(base: Style, ...layers: readonly (PartialStyle | undefined)[]): Style {
  return layers.reduce<Style>(
    (style, layer) => ({
      numbers: { ...style.numbers, ...layer?.numbers },
      lists: { ...style.lists, ...layer?.lists },
      dates: { ...style.dates, ...layer?.dates },
    }),
    base,
  );
}
