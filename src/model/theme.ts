/** The colours of pages by what they are for, each as `#rrggbb`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly rule_strong: string;
  readonly accent: string;
  readonly caution: string;
}

/** A font of the project that pages are set in. */
export interface ThemeFont {
  readonly use: 'text' | 'heads';
  readonly weight: 400 | 600;
  readonly style: 'normal' | 'italic';
  /** As the theme names it. */
  readonly file: string;
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a project changes of the look; what it leaves alone is as it ships. */
export interface Theme {
  /** `undefined` where the scheme is as it ships. */
  readonly light: Palette | undefined;
  readonly dark: Palette | undefined;
  readonly fonts: readonly ThemeFont[];
  readonly logo: { readonly url: string; readonly alt: string } | undefined;
  readonly footer: string | undefined;
}

/** The colours that ship, those of `templates/styles/theme.css`. */
export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    paper: '#ffffff',
    ink: '#17191c',
    quiet: '#5a6068',
    rule: '#d8dbdf',
    rule_strong: '#17191c',
    accent: '#00639c',
    caution: '#8a4b00',
  },
  dark: {
    paper: '#131619',
    ink: '#e7e9eb',
    quiet: '#a2a9b0',
    rule: '#30363c',
    rule_strong: '#c5cad0',
    accent: '#74b9e8',
    caution: '#e8b46a',
  },
};
