import sharp from 'sharp';
import { expect, test } from 'vitest';
import { rasterise } from '../../src/draw/rasterise.js';

test('bold Arabic is bold, and numbers in it are those of the other font', async () => {
  const [words, digits] = ['ميناء الشمال', '8471'];
  expect(await inkOf(words, 600)).toBeGreaterThan(1.1 * (await inkOf(words, 400)));
  for (const weight of [400, 600]) {
    const apart = (await inkOf(words, weight)) + (await inkOf(digits, weight));
    const together = await inkOf(`\u2067${words} ${digits}\u2069`, weight);
    expect(Math.abs(together / apart - 1)).toBeLessThan(0.01);
  }
});

/** How much of a picture a text blackens. */
async function inkOf(text: string, weight: number): Promise<number> {
  const words = `<text x="380" y="60" text-anchor="end" font-size="40" font-weight="${weight}">${text}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" font-family="Source Sans 3" width="400" height="90"><rect width="400" height="90" fill="#fff"/>${words}</svg>`;
  const pixels = await sharp(rasterise(svg).png).greyscale().raw().toBuffer();
  return pixels.reduce((sum, grey) => sum + 255 - grey, 0);
}
