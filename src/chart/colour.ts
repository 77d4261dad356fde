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

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(colour: Colour): Colour {
  const part = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return [part(colour[0]), part(colour[1]), part(colour[2])];
}

/** How people see who lack one kind of cones. */
export type Sight = 'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia';

type Matrix = readonly [Colour, Colour, Colour];

/**
 * On linear light, for a complete lack: Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of
 * Color Vision Deficiency”, IEEE Transactions on Visualization and Computer Graphics 15 (2009), table of severity 1.0.
 */
const MATRICES: Readonly<Record<Sight, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How far apart two colours look: the distance in CIELAB (CIE 1976, white point D65), about 2 where a trained eye sees it. */
export function distance(a: Colour, b: Colour, sight: Sight = 'usual'): number {
  const [one, other] = [labOf(a, sight), labOf(b, sight)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** How much hue a colour has: 0 for a grey, over 100 for a pure red. */
export function chroma(colour: Colour): number {
  const [, a, b] = labOf(colour, 'usual');
  return Math.hypot(a, b);
}

function labOf(colour: Colour, sight: Sight): Colour {
  const light = linear(colour);
  const seen = MATRICES[sight].map((row) => clamp(dot(row, light))) as unknown as Colour;
  const [x, y, z] = XYZ.map((row, index) => lift(dot(row, seen) / (WHITE[index] ?? 1))) as unknown as Colour;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** From linear sRGB to CIE XYZ (IEC 61966-2-1). */
const XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE = [0.95047, 1, 1.08883];

function lift(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}

function dot(row: Colour, colour: Colour): number {
  return row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
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
