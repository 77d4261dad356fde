/** What stands in a content stream (ISO 32000-1, 7.2): spaces, comments, strings, dictionaries, arrays, names, words. */
const TOKEN =
  /[\s\0]+|%[^\r\n]*|\((?:\\[^]|[^\\()])*\)|<<|>>|<[\da-f\s]*>|[[\]]|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+/giy;

const PAINTING: ReadonlySet<string> = new Set([
  'S',
  's',
  'f',
  'F',
  'f*',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
]);

/**
 * Returns a page's content in which all that is painted outside of marks is an artifact (ISO 32000-1, 14.8.2.2); all else
 * stays as it is. Content that this does not understand stays whole.
 *
 * @param forms The drawings, like `/X5`, that may have marks of their own: what calls one is left alone.
 */
export function withArtifacts(content: string, forms: ReadonlySet<string>): string {
  const runs = unmarkedRuns(content, forms) ?? [];
  const parts = runs.map(({ from, to }, index) => {
    const before = content.slice(runs[index - 1]?.to ?? 0, from);
    return `${before}/Artifact BMC\n${content.slice(from, to)}\nEMC\n`;
  });
  return parts.join('') + content.slice(runs.at(-1)?.to ?? 0);
}

/** What a mark has to say to be one: others, like the letters of an Arabic word, are within what is marked or not. */
const STRUCTURE = /\/MCID\b|^\/Artifact\b/;

interface Run {
  readonly from: number;
  readonly to: number;
}

/** The stretches that paint something between one mark and the next; `undefined` where the content cannot be read. */
function unmarkedRuns(content: string, forms: ReadonlySet<string>): readonly Run[] | undefined {
  const runs: Run[] = [];
  // Whether each mark that is open is one of the document's structure
  const open: boolean[] = [];
  let [from, depth] = [0, 0];
  let [isText, paints, isLeftAlone] = [false, false, false];
  const end = (to: number, endsInText: boolean): void => {
    if (paints && !isLeftAlone && !endsInText) runs.push({ from, to });
  };
  for (const operation of operations(content)) {
    if (!operation) return undefined;
    const { operator, operand, start, end: next } = operation;
    switch (operator) {
      case 'BI':
        // Bytes of a picture follow, which are no words
        return undefined;
      case 'BT':
      case 'ET':
        isText = operator === 'BT';
        break;
      case 'BMC':
      case 'BDC':
        open.push(STRUCTURE.test(content.slice(start, next)));
        if (!open.at(-1)) break;
        if (depth === 0) end(start, isText || open.length > 1);
        depth += 1;
        break;
      case 'EMC': {
        const isStructure = open.pop();
        if (isStructure === undefined) return undefined;
        if (!isStructure) break;
        depth -= 1;
        if (depth > 0) break;
        // A mark that ends within a text cannot be followed by one that ends outside of it
        [from, paints, isLeftAlone] = [next, false, isText || open.length > 0];
        break;
      }
      default:
        paints ||= depth === 0 && PAINTING.has(operator);
        isLeftAlone ||= operator === 'Do' && forms.has(operand);
    }
  }
  if (open.length > 0 || isText) return undefined;
  end(content.length, isText);
  return runs;
}

interface Operation {
  readonly operator: string;
  /** What stands before it. */
  readonly operand: string;
  /** From its first operand to its end. */
  readonly start: number;
  readonly end: number;
}

/** The operators of a content stream, each with its operands; `undefined` for what is none. */
function* operations(content: string): Generator<Operation | undefined> {
  const token = new RegExp(TOKEN);
  let start: number | undefined;
  let operand = '';
  while (token.lastIndex < content.length) {
    const at = token.lastIndex;
    const [word] = token.exec(content) ?? [];
    if (word === undefined) {
      yield undefined;
      return;
    }
    const first = word.charCodeAt(0);
    if (first <= SPACE || first === PERCENT) continue;
    start ??= at;
    if (isOperator(word, first)) {
      yield { operator: word, operand, start, end: token.lastIndex };
      start = undefined;
    } else operand = word;
  }
}

const SPACE = 0x20;
const PERCENT = 0x25;

/** An operator is a word that is no number and no value. */
function isOperator(word: string, first: number): boolean {
  const isLetter = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
  return (isLetter && !VALUES.has(word)) || word === "'" || word === '"';
}

const VALUES: ReadonlySet<string> = new Set(['true', 'false', 'null']);
