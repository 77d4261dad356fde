import { linear, type Colour } from '../model/colour.js';

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
