import type { Message, Outcome } from '../diagnostic/message.js';
import type { SourceFile, Span } from '../model/position.js';
import { PALETTES, type Palette, type Theme, type ThemeFont } from '../model/theme.js';
import { openMapping, type Fields } from '../parse/open-mapping.js';
import { parseYaml } from '../parse/parse-yaml.js';
import { quote, refuse, report, THEME_RULES, type ReadContext, type Reader } from '../parse/read-context.js';
import { readText } from '../parse/read-text.js';
import { contrastOf, LEAST_CONTRAST } from '../model/colour.js';

/** A file that a theme names, not read yet. */
export interface NamedFile {
  readonly file: string;
  readonly span: Span;
}

/** A theme before its files are read. */
export interface ParsedTheme extends Pick<Theme, 'light' | 'dark' | 'footer'> {
  readonly fonts: readonly (Omit<ThemeFont, 'bytes' | 'file' | 'path'> & NamedFile)[];
  readonly logo: (NamedFile & { readonly alt: string }) | undefined;
}

/** Parses a project's theme file; the table of its keys is closed, and colours that cannot be read on paper are refused. */
export function parseTheme(source: SourceFile): Outcome<ParsedTheme> {
  const messages: Message[] = [];
  const context: ReadContext = { source, where: 'theme', rules: THEME_RULES, messages };
  const lineOffsets = [0, ...Array.from(source.text.matchAll(/\n/gu), (match) => match.index + 1)];
  const tree = parseYaml(context, { text: source.text, lineOffsets });
  const fields = tree && openMapping(context, tree, '');
  const colours = fields?.read('colours', mapping('colours'));
  const fonts = fields?.read('fonts', mapping('fonts'));
  const value = {
    light: colours?.read('light', paletteOf('light')),
    dark: colours?.read('dark', paletteOf('dark')),
    fonts: [...(fonts?.read('text', readFonts('text')) ?? []), ...(fonts?.read('heads', readFonts('heads')) ?? [])],
    logo: fields?.read('logo', readLogo),
    footer: fields?.read('footer', readText),
  };
  return { value, messages };
}

function mapping(path: string): Reader<Fields> {
  return (context, value) => openMapping(context, value, path);
}

const readColour: Reader<string> = (context, value) => {
  const colour = value.kind === 'text' && /^#[0-9a-f]{6}$/i.test(value.text) ? value.text.toLowerCase() : undefined;
  if (colour === undefined) refuse(context, value, "a colour such as `'#8a1538'`", 'Put single quotes around it');
  return colour;
};

/** Words are set in these, so that each has to be read on the paper. */
const WORDS = ['ink', 'quiet', 'accent', 'caution'] as const;

function paletteOf(scheme: 'light' | 'dark'): Reader<Palette> {
  return (context, value) => {
    const fields = openMapping(context, value, `colours.${scheme}`);
    if (!fields) return undefined;
    const read = (role: keyof Palette): string => fields.read(role, readColour) ?? PALETTES[scheme][role];
    const palette: Palette = {
      paper: read('paper'),
      ink: read('ink'),
      quiet: read('quiet'),
      rule: read('rule'),
      rule_strong: read('rule_strong'),
      accent: read('accent'),
      caution: read('caution'),
    };
    for (const role of WORDS) {
      const found = contrastOf(palette[role], palette.paper);
      if (found === undefined || found >= LEAST_CONTRAST) continue;
      const span = fields.spanOf(role) ?? fields.spanOf('paper') ?? value.span;
      const reason = `Unexpected contrast ${found.toFixed(2)} of ${quote(role)} (${palette[role]}) on ${quote('paper')} (${palette.paper}), expected at least ${LEAST_CONTRAST}`;
      const note = `Make it ${scheme === 'light' ? 'darker' : 'lighter'}, or give the ${scheme} scheme another \`paper\``;
      report(context, context.rules.value, span, reason, note);
    }
    return palette;
  };
}

const CUTS = [
  { cut: 'regular', weight: 400, style: 'normal' },
  { cut: 'italic', weight: 400, style: 'italic' },
  { cut: 'bold', weight: 600, style: 'normal' },
] as const;

function readFonts(use: ThemeFont['use']): Reader<ParsedTheme['fonts']> {
  return (context, value) => {
    const fields = openMapping(context, value, `fonts.${use}`);
    if (!fields?.need('regular', 'The other cuts go with it')) return undefined;
    return CUTS.flatMap(({ cut, weight, style }) => {
      const file = fields.read(cut, readText);
      const span = fields.spanOf(cut);
      return file === undefined || !span ? [] : [{ use, weight, style, file, span }];
    });
  };
}

const readLogo: Reader<ParsedTheme['logo']> = (context, value) => {
  const fields = openMapping(context, value, 'logo');
  if (!fields?.need('file', 'It is an SVG or PNG file') || !fields.need('alt', 'Say what the logo says'))
    return undefined;
  const file = fields.read('file', readText);
  const alt = fields.read('alt', readText);
  const span = fields.spanOf('file');
  return file === undefined || alt === undefined || !span ? undefined : { file, alt, span };
};
