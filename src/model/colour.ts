/** A colour of sRGB, each part from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#rgb`, `#rrggbb`, `rgb(…)` and the names of CSS that charts are written with; `undefined` for what is none, or is see-through. */
export function readColour(text: string): Colour | undefined {
  const written = text.trim().toLowerCase();
  const hex = NAMED.get(written) ?? /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(written)?.[1];
  if (hex !== undefined) {
    const whole = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    const part = (at: number): number => parseInt(whole.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  }
  const [red, green, blue] = /^rgb\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(written)?.slice(1).map(Number) ?? [];
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : [Math.min(1, red / 255), Math.min(1, green / 255), Math.min(1, blue / 255)];
}

/** How strongly two colours stand off each other, 1 to 21 (WCAG 2.2, contrast ratio; read 2026-11-24). */
export function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** Of words on their ground: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** The contrast of two colours as they are written; `undefined` where one of them cannot be read. */
export function contrastOf(one: string, other: string): number | undefined {
  const [a, b] = [readColour(one), readColour(other)];
  return a && b && contrast(a, b);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The parts of a colour on linear light, as sRGB has them (IEC 61966-2-1). */
export function linear(colour: Colour): Colour {
  const part = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

/** The names of CSS that people type for charts; another name is not judged. */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ black: '000000', white: 'ffffff', gray: '808080', grey: '808080', silver: 'c0c0c0', lightgray: 'd3d3d3' },
    ...{ lightgrey: 'd3d3d3', darkgray: 'a9a9a9', darkgrey: 'a9a9a9', dimgray: '696969', dimgrey: '696969' },
    ...{ red: 'ff0000', darkred: '8b0000', crimson: 'dc143c', firebrick: 'b22222', maroon: '800000', tomato: 'ff6347' },
    ...{ orange: 'ffa500', darkorange: 'ff8c00', gold: 'ffd700', yellow: 'ffff00', brown: 'a52a2a', coral: 'ff7f50' },
    ...{ green: '008000', darkgreen: '006400', lime: '00ff00', limegreen: '32cd32', olive: '808000', teal: '008080' },
    ...{ seagreen: '2e8b57', forestgreen: '228b22', lightgreen: '90ee90', turquoise: '40e0d0', cyan: '00ffff' },
    ...{ aqua: '00ffff', blue: '0000ff', navy: '000080', darkblue: '00008b', steelblue: '4682b4', skyblue: '87ceeb' },
    ...{ lightblue: 'add8e6', royalblue: '4169e1', purple: '800080', violet: 'ee82ee', magenta: 'ff00ff' },
    ...{ fuchsia: 'ff00ff', pink: 'ffc0cb', hotpink: 'ff69b4', salmon: 'fa8072', indigo: '4b0082', orchid: 'da70d6' },
  }),
);
