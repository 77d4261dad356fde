import type { Theme } from '../model/theme.js';
import { ownFonts, type OwnFonts } from './own-fonts.js';
import { coloursOf, darkColoursOf, type Colours } from './repaint.js';

/** What a project changes of the look of drawings; what is left out is as it ships. */
export interface Look {
  readonly colours?: Colours | undefined;
  /** Those of files for dark pages. */
  readonly dark?: Colours | undefined;
  readonly fonts?: OwnFonts;
}

/** The look of drawings in a theme. */
export function lookOf(theme: Theme | undefined): Look {
  return { colours: coloursOf(theme), dark: darkColoursOf(theme), fonts: ownFonts(theme) };
}
