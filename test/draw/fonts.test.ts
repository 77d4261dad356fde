import { describe, expect, it, vi } from 'vitest';
import { fontFaces, missingCharacters } from '../../src/draw/fonts.js';
import { measureText } from '../../src/draw/measure-text.js';
import { wrapText } from '../../src/draw/wrap-text.js';

vi.setConfig({ testTimeout: 120_000 });

describe('fontFaces', () => {
  it('gives every face a page uses, self-contained, under names of our own', async () => {
    const css = await fontFaces('Words, figures: 1,234');
    const faces = [...css.matchAll(/font-family:"([^"]+)";font-style:(\w+);font-weight:(\d+)/g)].map((face) =>
      face.slice(1).join(' '),
    );
    expect(faces).toEqual([
      'Threadwright Serif normal 400',
      'Threadwright Serif italic 400',
      'Threadwright Serif normal 600',
      'Threadwright Sans normal 400',
      'Threadwright Sans normal 600',
    ]);
    expect([...css.matchAll(/url\(([^,)]*)/g)].every(([, url]) => url === 'data:font/woff2;base64')).toBe(true);
  });

  it('has the Arabic letters that are asked for, and no Arabic font without any', async () => {
    const css = await fontFaces('Words and كلمات، ٣');
    expect([...css.matchAll(/font-family:"Threadwright Arabic";font-style:normal;font-weight:(\d+)/g)]).toHaveLength(2);
    expect((await fontFaces('Words — 3\u200d')).includes('Arabic')).toBe(false);
  });

  it('gives the same bytes for the same characters, in whatever order they come', async () => {
    expect(await fontFaces('éèž')).toBe(await fontFaces('žéèé'));
  });

  it('carries the letters that a page asks for beyond plain English', async () => {
    expect((await fontFaces('Ελληνικά Русский')).length).toBeGreaterThan((await fontFaces('English')).length + 2000);
  });
});

describe('missingCharacters', () => {
  it('names what no bundled font has, once', () => {
    expect(missingCharacters('Kabul, داد 漢 אם é – “” 1\u00a0234\n\u200d')).toEqual(['漢', 'א', 'ם']);
  });
});

describe('measureText', () => {
  // Advance widths from the font itself, in thousandths of the size.
  it('adds up what the font says, with its kerning', () => {
    expect(measureText('0123456789', 400, 1000)).toBeCloseTo(4970, 0);
    expect(measureText('AV', 400, 1000)).toBeLessThan(measureText('A', 400, 1000) + measureText('V', 400, 1000));
    expect(measureText('Words', 600, 13)).toBeGreaterThan(measureText('Words', 400, 13));
  });
});

describe('measureText of Arabic', () => {
  it('joins the letters of a word', () => {
    const apart = Array.from('كتب', (letter) => measureText(letter, 400, 1000)).reduce((sum, width) => sum + width, 0);
    expect(measureText('كتب', 400, 1000)).toBeLessThan(apart - 100);
  });

  it('adds up words of two scripts', () => {
    const parts = measureText('بغداد', 400, 1000) + measureText(' 2026 ', 400, 1000) + measureText('(HPA)', 400, 1000);
    expect(measureText('بغداد 2026 (HPA)', 400, 1000)).toBeCloseTo(parts, 0);
  });
});

describe('wrapText', () => {
  const style = { size: 20, weight: 600 };
  it('keeps every word, in lines that fit', () => {
    const text = 'Attacks in the north rose nineteenfold in fifteen months while the rest saw hardly any change';
    const lines = wrapText(text, style, 300);
    expect(lines.join(' ')).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(measureText(line, 600, 20)).toBeLessThanOrEqual(300);
  });

  it('breaks a word that is wider than all there is, and no letter of it', () => {
    const address = `https://example.org/${'e\u0301'.repeat(80)}`;
    const lines = wrapText(`Source: ${address} (in French)`, style, 300);
    expect(lines[0]).toBe('Source:');
    expect(lines.slice(1).join('')).toBe(`${address} (in French)`);
    for (const line of lines) {
      expect(measureText(line, 600, 20)).toBeLessThanOrEqual(300);
      expect(line.startsWith('\u0301')).toBe(false);
    }
  });

  it('leaves a text alone that just fits', () => {
    const width = measureText('Just fits', 600, 20);
    expect(wrapText('Just fits', style, width)).toEqual(['Just fits']);
    expect(wrapText('Just fits', style, width - 0.01)).toEqual(['Just', 'fits']);
  });
});
