import type { LockedFigure } from './lock.js';

/** What became of a figure or claim since the lock was written. */
export type Change =
  | {
      readonly kind: 'changed';
      readonly before: LockedFigure;
      readonly after: LockedFigure;
      readonly causes: readonly Cause[];
    }
  | { readonly kind: 'new'; readonly after: LockedFigure }
  | { readonly kind: 'gone'; readonly before: LockedFigure };

/** Why a figure reads otherwise. */
export type Cause =
  | { readonly kind: 'expression' }
  /** The writer put it in, or took it out. */
  | { readonly kind: 'draft' }
  /** A block around it chose otherwise, or has more rounds or fewer. */
  | { readonly kind: 'block' }
  /** The writer put it in, or a block around it chose it: no lock says which. */
  | { readonly kind: 'draft-or-block' }
  /** The writer typed other words into a claim. */
  | { readonly kind: 'words' }
  /** It stands elsewhere in its sentence, where it has a capital or is spelled out. */
  | { readonly kind: 'place' }
  | { readonly kind: 'query'; readonly name: string }
  | { readonly kind: 'data'; readonly file: string }
  | { readonly kind: 'clock'; readonly key: 'date' | 'as_of'; readonly before: string; readonly after: string }
  | { readonly kind: 'style' }
  | { readonly kind: 'tool'; readonly before: string; readonly after: string }
  /** Same query, same data, same clock and tool, another answer. */
  | { readonly kind: 'unstable'; readonly queries: readonly string[] };
