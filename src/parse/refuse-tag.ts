import type { TagReader } from './tag-reader.js';

/** What other template languages write right after two braces, and what is written here. */
const FOREIGN_FORMS: ReadonlyMap<string, string> = new Map([
  ['{', 'Values are text everywhere, so two braces are enough: `{{query.column}}`'],
  ['&', 'Values are text everywhere; write `{{query.column}}`'],
  ['>', 'There are no partials in a draft'],
  ['~', 'There is no white space control; line breaks beside a block tag go with it'],
  ['^', 'Write `{{else}}` inside the block'],
  ['*', 'There are no decorators in a draft'],
]);

/** Refuses a tag that is written in another language's form. */
export function refuseForeignForms(reader: TagReader): void {
  const { text } = reader;
  const start = text.length - text.trimStart().length;
  const note = FOREIGN_FORMS.get(text.charAt(start));
  if (note !== undefined) reader.fail(`Unexpected \`{{${text.charAt(start)}\``, note, start);
  const end = text.trimEnd().length;
  if (text.charAt(end - 1) === '~') reader.fail('Unexpected `~}}`', FOREIGN_FORMS.get('~'), end - 1);
  const word = /^\s*(else?if|elif)\s/.exec(text)?.[1];
  if (word !== undefined) {
    reader.fail(`Unexpected \`${word}\``, 'Write `{{else if condition}}`', start, start + word.length);
  }
}

/** Signs that other languages have between two values, the longer first, and the helper that is written instead. */
const SIGNS: readonly (readonly [sign: string, instead: string])[] = [
  ['===', '(eq a b)'],
  ['!==', '(not (eq a b))'],
  ['==', '(eq a b)'],
  ['!=', '(not (eq a b))'],
  ['<>', '(not (eq a b))'],
  ['>=', '(gte a b)'],
  ['<=', '(lte a b)'],
  ['&&', '(and a b)'],
  ['||', '(or a b)'],
  ['>', '(gt a b)'],
  ['<', '(lt a b)'],
  ['!', '(not a)'],
];

const CURLY_QUOTES = '“”„‟‘’‚‛«»';

/** Refuses the character here when no value starts with it, with the form that is right. */
export function refuseCharacter(reader: TagReader): void {
  const { character, at } = reader;
  if (character === '') {
    const end = reader.text.trimEnd().length;
    reader.fail('Unexpected end of the tag, expected a value', undefined, Math.max(0, end - 1), end);
  }
  if (/[\p{L}_@]/u.test(character)) return;
  if (CURLY_QUOTES.includes(character)) {
    const note = 'Inside `{{ }}` quotes are straight: `"` or `\'`';
    reader.fail(`Unexpected curly quote \`${character}\`, expected a straight one`, note);
  }
  const sign = SIGNS.find(([candidate]) => reader.text.startsWith(candidate, at));
  if (sign) reader.fail(`Unexpected \`${sign[0]}\``, `Use a helper: \`${sign[1]}\``, at, at + sign[0].length);
  switch (character) {
    case '=':
      return reader.fail(
        'Unexpected `=`',
        'A named argument has no spaces around it: `none="no attacks"`; to compare use a helper: `(eq a b)`',
      );
    case '|':
      return reader.fail('Unexpected `|`: there are no pipes', 'The helper comes first: `{{helper value}}`');
    case ',':
      return reader.fail('Unexpected `,`', 'Arguments are parted by spaces');
    case ')':
      return reader.fail('Unexpected `)`, no bracket is open here');
    case '[':
      return reader.fail('Unexpected `[`, expected a query’s name before it', 'Write `query.[column name]`');
    case '+':
    case '*':
    case '/':
    case '-':
    case '%':
    case '^':
      return reader.fail(
        `Unexpected \`${character}\``,
        'Arithmetic belongs in the query; a column with a hyphen is written `query.[like-this]`',
      );
    default:
      return reader.fail(`Unexpected \`${character}\``);
  }
}

/** Refuses whatever stands between here and the end of the tag. */
export function expectEnd(reader: TagReader, reason: string): void {
  reader.space();
  if (reader.atEnd) return;
  refuseCharacter(reader);
  reader.fail(`${reason}: \`${reader.text.slice(reader.at).trim()}\``, undefined, reader.at, reader.text.length);
}
