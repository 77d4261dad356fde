import { constants, inflateSync } from 'node:zlib';

/** A PDF as it was printed, for people. */
export interface PdfDescription {
  readonly pages: number;
  readonly bytes: number;
  /** Names of the fonts in it, each once, without the mark of a subset. */
  readonly fonts: readonly string[];
}

/** Says what is in a PDF of a browser; objects that stand packed in a stream are looked at too. */
export function describePdf(pdf: Uint8Array): PdfDescription {
  const text = objectsOf(Buffer.from(pdf).toString('latin1'));
  const fonts = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g)].map(([, name = '']) => name);
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].length,
    bytes: pdf.length,
    fonts: [...new Set(fonts)].sort(),
  };
}

function objectsOf(text: string): string {
  const packed = [...text.matchAll(/\/ObjStm\b[^]*?stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const start = index + length;
    return unpack(Buffer.from(text.slice(start, text.indexOf('endstream', start)), 'latin1'));
  });
  return [text, ...packed].join('\n');
}

function unpack(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}
