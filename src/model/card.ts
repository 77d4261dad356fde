/** The words of the picture that stands for a brief where its address is shared. */
export interface CardWords {
  readonly dir: 'ltr' | 'rtl';
  /** Empty without one. */
  readonly kicker: string;
  readonly title: string;
  /** The first of the draft's key figures. */
  readonly figure: { readonly value: string; readonly label: string } | undefined;
  /** Date and authors. */
  readonly byline: string;
  /** What a reader must know before any of it, e.g. `Illustrative data`; may be empty. */
  readonly caution: string;
}
