import type { Colour, Picture } from './pdf-picture.js';

/** Part of a picture, in its pixels; the right and lower edge are outside. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The whole of a picture. */
function wholeOf({ width, height }: Picture): Area {
  return { left: 0, top: 0, right: width, bottom: height };
}

/** The colours in an area, with the number of pixels that have each; the commonest first. */
export function coloursIn(picture: Picture, area: Area = wholeOf(picture)): readonly (readonly [Colour, number])[] {
  const counts = new Map<string, [Colour, number]>();
  for (const { colour } of pixelsIn(picture, area)) {
    const known = counts.get(colour.join());
    if (known) known[1] += 1;
    else counts.set(colour.join(), [colour, 1]);
  }
  return [...counts.values()].sort(([, one], [, other]) => other - one);
}

/** Where there is anything on white paper. */
export function inkIn(picture: Picture, area: Area = wholeOf(picture)): readonly { x: number; y: number }[] {
  return [...pixelsIn(picture, area)].filter(({ colour }) => Math.min(...colour) < 235);
}

/** The share of an area that has this colour, or nearly. */
export function shareOf(colour: string, picture: Picture, area: Area = wholeOf(picture)): number {
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const pixels = [...pixelsIn(picture, area)];
  const near = pixels.filter((pixel) =>
    wanted.every((value, index) => Math.abs(value - (pixel.colour[index] ?? 0)) <= 12),
  );
  return near.length / pixels.length;
}

/** The contrast of two colours as WCAG 2.2 has it, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** 0 for black, 1 for white. */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function* pixelsIn(picture: Picture, area: Area): Generator<{ x: number; y: number; colour: Colour }> {
  for (let y = area.top; y < area.bottom; y += 1)
    for (let x = area.left; x < area.right; x += 1) yield { x, y, colour: picture.at(x, y) };
}
