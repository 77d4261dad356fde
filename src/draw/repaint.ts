import type { Palette, Theme } from '../model/theme.js';
import { asVariables } from './as-variables.js';
import { mixed } from './mixed.js';
import { DARK } from './theme.js';

/** Colours of charts by role; a role that is left out is as it ships. */
export type Colours = Readonly<Record<string, string>>;

/** The colours of charts that go with a page's. */
export function chartColours({ paper, ink, quiet, rule, accent }: Palette): Colours {
  const ramp = [0.1, 0.3, 0.5, 0.7, 0.88].map((part) => mixed(paper, accent, part));
  const steps = [...ramp, accent, mixed(accent, ink, 0.45)];
  return {
    background: paper,
    ink,
    muted: quiet,
    axis: mixed(paper, quiet, 0.65),
    grid: rule,
    accent,
    ...Object.fromEntries(steps.map((step, index) => [`ramp-${index + 1}`, step])),
  };
}

/** The colours of drawings that stand alone, on light paper; `undefined` where they are as they ship. */
export function coloursOf(theme: Theme | undefined): Colours | undefined {
  return theme?.light && { ...chartColours(theme.light), caution: theme.light.caution };
}

/** The colours of drawings that stand alone, on dark paper. */
export function darkColoursOf(theme: Theme | undefined): Colours {
  return { ...DARK, ...(theme?.dark && chartColours(theme.dark)) };
}

/** Gives a drawing that stands alone other colours: on a page its colours are variables, in a file they are not. */
export function repaint(svg: string, colours: Colours | undefined): string {
  if (!colours) return svg;
  const colourOf = (role = '', shipped = ''): string => colours[role] ?? shipped;
  return asVariables(svg).replace(PAINTS, (_, from, first, to, second, part, role, shipped) =>
    typeof part === 'string'
      ? mixed(colourOf(String(from), String(first)), colourOf(String(to), String(second)), Number(part) / 100)
      : colourOf(String(role), String(shipped)),
  );
}

const VARIABLE = String.raw`var\(--chart-([\w-]+), (#\w+)\)`;
const PAINTS = new RegExp(String.raw`color-mix\(in srgb, ${VARIABLE}, ${VARIABLE} ([\d.]+)%\)|${VARIABLE}`, 'g');
