import type { DataSource, Encoding } from '../model/draft.js';
import type { DataProblem } from './data-problem.js';
import type { Fingerprint } from './fingerprint.js';

/** The encoding a text file is read in, or why it cannot be read in the one that is declared. */
export function checkEncoding(
  { file, encoding = 'utf-8' }: DataSource,
  print: Fingerprint,
): Exclude<Encoding, 'utf-16'> | DataProblem {
  const { mark } = print;
  if (encoding === 'utf-8') return mark === 'utf-8' || mark === undefined ? checkUtf8(file, print) : marked(file, mark);
  if (encoding === 'utf-16') return mark === 'utf-16le' || mark === 'utf-16be' ? mark : unmarked(file);
  const isMarkWrong = mark !== undefined && mark !== encoding;
  return isMarkWrong ? marked(file, mark, encoding) : encoding;
}

/** A text in UTF-8 is hardly ever one in another encoding by chance. */
export function doubtEncoding({ file, encoding }: DataSource, print: Fingerprint): DataProblem | undefined {
  const isOneByte = encoding === 'windows-1252' || encoding === 'latin-1';
  if (!isOneByte || print.ascii || print.badLine !== undefined) return undefined;
  return {
    rule: 'data-encoding',
    reason: `\`${file}\` seems to be UTF-8, and is read as ${encoding}`,
    note: 'Leave `encoding` out',
  };
}

function checkUtf8(file: string, { badLine, binary }: Fingerprint): 'utf-8' | DataProblem {
  if (badLine !== undefined) {
    return unreadable(
      `Line ${badLine} of \`${file}\` is not UTF-8, the encoding that is expected`,
      'Save it as UTF-8, or name its encoding: most often it is `encoding: windows-1252`',
    );
  }
  if (!binary) return 'utf-8';
  return unreadable(
    `Unexpected zero byte in \`${file}\`, expected text in UTF-8`,
    'Save it as UTF-8; if it is UTF-16, write `encoding: utf-16le`',
  );
}

function marked(file: string, mark: string, encoding?: string): DataProblem {
  const isUtf8 = mark === 'utf-8';
  return unreadable(
    `\`${file}\` begins with the mark of ${isUtf8 ? 'UTF-8' : 'UTF-16'}, expected ${encoding ?? 'UTF-8'}`,
    isUtf8 ? 'Leave `encoding` out' : 'Write `encoding: utf-16`',
  );
}

function unmarked(file: string): DataProblem {
  return unreadable(
    `\`${file}\` does not begin with the mark of UTF-16, which tells the order of its bytes`,
    'Write `encoding: utf-16le` or `encoding: utf-16be`, if it is UTF-16',
  );
}

function unreadable(reason: string, note: string): DataProblem {
  return { rule: 'data-unreadable', reason, note };
}
