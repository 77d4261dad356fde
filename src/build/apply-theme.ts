import { chartColours } from '../draw/repaint.js';
import { contrastOf, LEAST_CONTRAST } from '../model/colour.js';
import type { Templates } from '../model/page.js';
import type { Palette, Theme } from '../model/theme.js';

/** The templates with a project's theme: its colours and fonts follow the theme's style sheet, its logo and footer are partials. */
export function applyTheme(templates: Templates, theme: Theme | undefined): Templates {
  if (!theme) return templates;
  const themed = new Map(templates);
  const sheet = templates.get('styles/theme.css') ?? '';
  themed.set('styles/theme.css', [sheet, ...rules(theme)].join('\n'));
  const { logo, footer } = theme;
  if (logo) themed.set('partials/logo.hbs', `<p class="logo"><img src="${logo.url}" alt="${escape(logo.alt)}"></p>\n`);
  if (footer !== undefined) themed.set('partials/footer.hbs', `<p class="house">${escape(footer)}</p>\n`);
  return themed;
}

function rules({ light, dark, fonts }: Theme): string[] {
  // Whatever a page's own sheet says after this one
  const stack = (use: 'text' | 'heads', variable: string, rest: string): string =>
    fonts.some((font) => font.use === use) ? `:root:root{--${variable}:'Theme ${use}',${rest}}` : '';
  return [
    light ? `@media screen and (not (prefers-color-scheme:dark)){:root{${variables(light)}}}` : '',
    light && isForWhite(light) ? `@media print{:root{${variables({ ...light, paper: '#ffffff' })}}}` : '',
    dark ? `@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}` : '',
    stack('text', 'serif', "'Threadwright Serif','Threadwright Arabic',serif"),
    stack('heads', 'sans', "'Threadwright Sans','Threadwright Arabic',sans-serif"),
  ].filter(Boolean);
}

/** A sheet of paper is white up to its edge, whatever stands on a screen; colours that cannot be read on it stay there. */
function isForWhite({ ink, quiet, accent, caution }: Palette): boolean {
  return [ink, quiet, accent, caution].every((colour) => (contrastOf(colour, '#ffffff') ?? 0) >= LEAST_CONTRAST);
}

function variables(palette: Palette): string {
  const page = Object.entries(palette).map(([role, colour]) => `--${role.replace('_', '-')}:${String(colour)}`);
  const chart = Object.entries(chartColours(palette)).map(([role, colour]) => `--chart-${role}:${colour}`);
  return [...page, ...chart].join(';');
}

/** For a template: no markup, and no braces that would be a tag. */
function escape(text: string): string {
  return text.replace(/[&<>"{}]/g, (sign) => `&#${sign.codePointAt(0)?.toString() ?? ''};`);
}
