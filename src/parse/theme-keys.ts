import { key, type KeyRow } from './key-row.js';

const SCHEMES = ['light', 'dark'] as const;
const ROLES = {
  paper: 'What everything stands on',
  ink: 'Text',
  quiet: 'Captions, dates and other second words',
  rule: 'Thin lines',
  rule_strong: 'Lines above sections and heads of tables',
  accent: 'Links, kickers, the first series of a chart',
  caution: 'Notices: draft, illustrative data',
} as const;

/** The keys of a project's theme file. */
export const THEME_KEYS: readonly KeyRow[] = [
  key('colours', 'mapping', 'as they ship', 'Colours by what they are for', "colours: {light: {accent: '#8a1538'}}"),
  ...SCHEMES.flatMap((scheme) => [
    key(`colours.${scheme}`, 'mapping', 'as they ship', `On a ${scheme} screen`, `colours: {${scheme}: {}}`),
    ...Object.entries(ROLES).map(([role, meaning]) =>
      key(`colours.${scheme}.${role}`, 'colour', 'as it ships', meaning, `colours: {${scheme}: {${role}: '#8a1538'}}`),
    ),
  ]),
  key('fonts', 'mapping', 'those that ship', 'Fonts of pages', 'fonts: {text: {regular: fonts/house.ttf}}'),
  ...(['text', 'heads'] as const).flatMap((use) => [
    key(`fonts.${use}`, 'mapping', 'as it ships', `Fonts of ${use}`, `fonts: {${use}: {regular: fonts/house.ttf}}`),
    ...['regular', 'italic', 'bold'].map((cut) =>
      key(
        `fonts.${use}.${cut}`,
        'TrueType file',
        'none',
        `The ${cut} cut`,
        `fonts: {${use}: {${cut}: fonts/house.ttf}}`,
      ),
    ),
  ]),
  key('logo', 'mapping', 'none', 'A picture at the head of pages', 'logo: {file: images/logo.svg, alt: Field desk}'),
  key('logo.file', 'SVG or PNG file', 'required', 'Where it is', 'logo: {file: images/logo.svg, alt: Field desk}'),
  key('logo.alt', 'text', 'required', 'What it says', 'logo: {file: images/logo.svg, alt: Field desk}'),
  key('footer', 'text', 'none', 'A line at the foot of pages', "footer: '© Field desk'"),
];
