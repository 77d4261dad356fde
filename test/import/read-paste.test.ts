import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPaste } from '../../src/import/read-paste.js';

/** The posts of each thread, a number before each that has one. */
function posts(pasted: string): string[][] {
  return readPaste(pasted).threads.map((thread) =>
    thread.posts.map(({ text, number }) => (number === undefined ? text : `${number}: ${text}`)),
  );
}

function numbering(pasted: string): unknown {
  return readPaste(pasted).threads[0]?.numbering;
}

describe('numbers part posts', () => {
  test.each<[string, string, object]>([
    ['1.', '1. One\n\n2. Two', { style: '1.', place: 'start' }],
    ['1)', '1) One\n\n2) Two', { style: '1.', place: 'start' }],
    ['1/', '1/ One\n\n2/ Two', { style: '1/', place: 'start' }],
    ['1/ without a space', '1/One\n\n2/Two', { style: '1/', place: 'start' }],
    ['1/n', '1/2 One\n\n2/2 Two', { style: '1/n', place: 'start' }],
    ['1/n with the letter', '1/n One\n\n2/n Two', { style: '1/n', place: 'start' }],
    ['(1/n)', '(1/2) One\n\n(2/2) Two', { style: '(1/n)', place: 'start' }],
    ['[1/n]', '[1/2] One\n\n[2/2] Two', { style: '(1/n)', place: 'start' }],
    ['keycaps', '1️⃣ One\n\n2️⃣ Two', { style: '1.', place: 'start' }],
    ['Arabic digits', '١/ One\n\n٢/ Two', { style: '1/', place: 'start' }],
    ['numbers on lines of their own', '1/2\nOne\n\n2/2\nTwo', { style: '1/n', place: 'start' }],
    ['numbers at the end', 'One 1/2\n\nTwo 2/2', { style: '1/n', place: 'end' }],
    ['numbers at the end in brackets', 'One (1/2)\n\nTwo (2/2)', { style: '(1/n)', place: 'end' }],
    ['numbers on last lines of their own', 'One\n1/\n\nTwo\n2/', { style: '1/', place: 'end' }],
    ['no empty lines', '1. One\n2. Two', { style: '1.', place: 'start' }],
    ['lines of dashes too', '1. One\n---\n2. Two', { style: '1.', place: 'start' }],
    ['Windows’ line ends', '1. One\r\n\r\n2. Two\r\n', { style: '1.', place: 'start' }],
    ['spaces around', '   1. One  \n \u00a0\n\t2. Two ', { style: '1.', place: 'start' }],
  ])('%s', (_, pasted, expected) => {
    expect(posts(pasted)).toEqual([['1: One', '2: Two']]);
    expect(numbering(pasted)).toEqual({ ...expected, first: true, start: 1 });
  });

  test('and a new thread begins where they fall back', () => {
    const pasted = '1. A\n\n2. B\n\n3. C\n\n1. D\n\n2. E';
    expect(posts(pasted)).toEqual([
      ['1: A', '2: B', '3: C'],
      ['1: D', '2: E'],
    ]);
    expect(posts('1/A\n2/B\n1/C\n2/D')).toEqual([
      ['1: A', '2: B'],
      ['1: C', '2: D'],
    ]);
    expect(posts('A 1/2\n\nB 2/2\n\nC 1/2\n\nD 2/2')).toEqual([
      ['1: A', '2: B'],
      ['1: C', '2: D'],
    ]);
  });

  test('where they start, and what stands above them', () => {
    expect(numbering('0/ A\n\n1/ B')).toMatchObject({ start: 0, first: true });
    expect(numbering('4/ A\n\n5/ B')).toMatchObject({ start: 4, first: true });
    expect(posts('Opener\n\n2/ A\n\n3/ B')).toEqual([['Opener', '2: A', '3: B']]);
    expect(numbering('Opener\n\n2/ A\n\n3/ B')).toMatchObject({ start: 1, first: false });
    expect(numbering('Opener\n\n1/ A\n\n2/ B')).toMatchObject({ start: 0, first: false });
    expect(posts('A 🧵 title\n1. A\n\n2. B')).toEqual([['A 🧵 title', '1: A', '2: B']]);
    expect(posts('🧵\n1. A\n\n2. B')).toEqual([['1: 🧵\nA', '2: B']]);
    expect(posts('🧵 1/ A\n\n2/ B')).toEqual([['1: 🧵 A', '2: B']]);
    expect(posts('1. A\n\n---\n\nSecond\n\n1. B\n\n2. C')).toEqual([['1: A'], ['Second', '1: B', '2: C']]);
  });

  test('of several paragraphs, and those without a number stay with the one before', () => {
    expect(posts('1. A\n\nmore\nlines\n\n2. B')).toEqual([['1: A\n\nmore\nlines', '2: B']]);
    expect(posts('1. A\n\n2. B\n\nlast words')).toEqual([['1: A', '2: B\n\nlast words']]);
    expect(posts('1. A\n\n2. B\n\n---\n\nlast words')).toEqual([['1: A', '2: B', 'last words']]);
  });

  test('except where one is lost or given twice', () => {
    expect(posts('1. A\n\n2. B\n\n4. D\n\n5. E')).toEqual([['1: A', '2: B', '4: D', '5: E']]);
    expect(posts('1. A\n\n2. B\n\n2. C\n\n3. D')).toEqual([['1: A', '2: B', '2: C', '3: D']]);
  });

  test('and posts without a word are told, not made', () => {
    const { threads, wordless } = readPaste('1/ A\n\n2/\n\n3/ C');
    expect(threads[0]?.posts.map(({ text }) => text)).toEqual(['A', 'C']);
    expect(wordless).toEqual([2]);
  });
});

describe('numbers that count something else are words', () => {
  test.each<[string, string, string[][]]>([
    ['a list in a post', '1. A:\n1. x\n2. y\n\n2. B', [['1: A:\n1. x\n2. y', '2: B']]],
    ['a long list', '1. A:\n\n1. x\n2. y\n3. z\n\n2. B\n\n3. C', [['1: A:\n\n1. x\n2. y\n3. z', '2: B', '3: C']]],
    ['a list in the last post', '1. A\n\n2. B:\n1. x\n2. y', [['1: A', '2: B:\n1. x\n2. y']]],
    ['a list of other signs', '1/ A:\n1. x\n2. y\n3. z\n\n2/ B', [['1: A:\n1. x\n2. y\n3. z', '2: B']]],
    ['a decimal number', '1. A\n\n2. B\n\n3.5 million', [['1: A', '2: B\n\n3.5 million']]],
    ['a day', '1. A\n\n2. B\n\n19. September', [['1: A', '2: B\n\n19. September']]],
    ['a fraction', '1/2 of them came.\n\nThe rest did not.', [['1/2 of them came.', 'The rest did not.']]],
    ['a score', 'They won 1/2\n\nand lost', [['They won 1/2', 'and lost']]],
    ['a sentence’s end', 'We counted 1.\n\nWe counted 2.', [['We counted 1.', 'We counted 2.']]],
    ['a year', '2021. It began.\n\nThen it ended.', [['2021. It began.', 'Then it ended.']]],
  ])('%s', (_, pasted, expected) => {
    expect(posts(pasted)).toEqual(expected);
  });
});

describe('without numbers', () => {
  test.each<[string, string, string[]]>([
    ['lines of dashes part posts', 'A\n\nmore\n---\nB\n* * *\nC\n———\nD', ['A\n\nmore', 'B', 'C', 'D']],
    ['else gaps of two lines and more', 'A\n\nmore\n\n\nB', ['A\n\nmore', 'B']],
    ['else empty lines', 'A\nline\n\nB', ['A\nline', 'B']],
    ['and one post is a thread too', 'A', ['A']],
    ['dashes in a line are words', 'A --- B\n\nC', ['A --- B', 'C']],
  ])('%s', (_, pasted, expected) => {
    expect(posts(pasted)).toEqual([expected]);
    expect(numbering(pasted)).toMatchObject({ style: 'none' });
  });

  test.each(['', ' \n\t\n', '---', '1.', '\u202e'])('%j holds no thread', (pasted) => {
    expect(readPaste(pasted).threads).toEqual([]);
  });
});

describe('what a web page puts around posts', () => {
  const page = (words: string): string => `Field Desk\n@fielddesk\n·\n12 Sep 2021\n${words}\n42\n1.2K\n`;

  test('is left out, and its day is kept', () => {
    const paste = readPaste(`${page('One, a thread')}${page('Two')}`);
    expect(paste.threads.map((thread) => thread.posts.map(({ text }) => text))).toEqual([['One, a thread', 'Two']]);
    expect(paste.threads[0]?.day).toBe('2021-09-12');
    expect(paste.dropped).toHaveLength(12);
    expect(posts(`${page('1/ One')}${page('2/ Two')}`)).toEqual([['1: One', '2: Two']]);
  });

  test.each([
    ['@desk@example.social\n10:15 AM · Sep 12, 2021 · 1,204 Views\nWords', ['Words'], '2021-09-12'],
    ['Desk\n\u202a@desk.example.org\u202c\n·\n2h\nWords', ['Words'], undefined],
    ['@desk · 12 Sept 2021\nWords\nReply\n3', ['Words'], '2021-09-12'],
    // A handle, a time or a number alone are words
    ['@desk\nWords', ['@desk\nWords'], undefined],
    ['Words\n42', ['Words\n42'], undefined],
    ['With @desk at 2h\n12 Sep 2021', ['With @desk at 2h\n12 Sep 2021'], undefined],
  ])('%j', (pasted, expected, day) => {
    const { threads } = readPaste(pasted);
    expect(threads[0]?.posts.map(({ text }) => text)).toEqual(expected);
    expect(threads[0]?.day).toBe(day);
  });

  test('is a day too where a line above the first post says one', () => {
    for (const line of [
      '12 September 2021',
      'Sunday, September 12th, 2021',
      '2021-09-12',
      'Posted on 12 Sep 2021, 10:15',
    ]) {
      const { threads } = readPaste(`${line}\n\n1. A\n\n2. B`);
      expect(threads[0]).toMatchObject({ day: '2021-09-12', posts: [{ text: 'A' }, { text: 'B' }] });
    }
    // The day of a piece of news is none
    expect(readPaste('1. On 12 September 2021 it began.\n\n2. B').threads[0]?.day).toBeUndefined();
    expect(readPaste('31 September 2021\n\n1. A\n\n2. B').threads[0]?.day).toBeUndefined();
  });
});

/** Words without anything that parts posts. */
const words = fc
  .array(fc.stringMatching(/^[\p{L}*_#>&\\[\](){}<`"“’:,!?🧵-][\p{L}\p{N} *_#>&\\[\](){}<`"“’:,!?.🧵-]{0,30}\p{L}$/u), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lines) => lines.join('\n').replace(/ +/g, ' '));

const LABELS: readonly [string, (text: string, number: number, total: number) => string][] = [
  ['1.', (text, n) => `${n}. ${text}`],
  ['1/', (text, n) => `${n}/ ${text}`],
  ['1/n', (text, n, total) => `${n}/${total} ${text}`],
  ['(1/n)', (text, n, total) => `(${n}/${total}) ${text}`],
  ['1/n', (text, n, total) => `${text} ${n}/${total}`],
  ['(1/n)', (text, n, total) => `${text}\n(${n}/${total})`],
];

test('threads numbered in any way come back post by post', () => {
  const threads = fc.array(fc.array(words, { minLength: 2, maxLength: 12 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(
      threads,
      fc.constantFrom(...LABELS),
      fc.constantFrom('\n\n', '\n\n---\n\n', '\r\n\r\n\r\n'),
      (all, [style, label], gap) => {
        const pasted = all
          .map((thread) => thread.map((text, index) => label(text, index + 1, thread.length)).join(gap))
          .join(gap);
        const read = readPaste(pasted).threads;
        expect(read.map((thread) => thread.posts.map(({ text }) => text))).toEqual(all);
        expect(new Set(read.map((thread) => thread.numbering.style))).toEqual(new Set([style]));
      },
    ),
  );
});
