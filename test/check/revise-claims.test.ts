import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeClaims } from '../../src/check/judge-claims.js';
import { reviseClaims } from '../../src/check/revise-claims.js';
import type { ClaimRevision } from '../../src/model/claim-revision.js';
import { fillDraft } from '../../src/fill/fill-draft.js';
import type { Draft } from '../../src/model/draft.js';
import type { Story } from '../../src/model/story.js';
import { answersOf, BRIEF, draftOf, X, type Data } from '../fill/fill-input.js';
import { parseFile } from '../parse/draft-input.js';

/** Judges a draft for two targets and says what its claims should be. */
function revise(draft: Draft, data: Data): ClaimRevision {
  const judged = (one: Draft): readonly Story[] =>
    judgeClaims(
      [X, BRIEF].map((target) => fillDraft(one, answersOf(data), target).value),
      one,
    ).value;
  return reviseClaims(judged(draft), draft, (text) => {
    const { draft: again, messages } = parseFile(text);
    return again && messages.every(({ severity }) => severity !== 'error') ? judged(again) : undefined;
  });
}

/** The text's body after a revision, and what was left with its reason. */
function revised(text: string, data: Data): { readonly body: string; readonly left: string[] } {
  const draft = draftOf(text, data);
  const revision = revise(draft, data);
  const body = revision.text.slice(revision.text.indexOf('---\n', 4) + 4);
  return { body: body.slice(0, body.indexOf('\n\n```sql')), left: revision.left.map(({ reason }) => reason) };
}

const DATA: Data = {
  q: [{ n: 12, share: 0.42, day: '2021-09-19', ok: false, name: 'A *b* [c] & d_e' }],
  same: [{ n: 8 }, { n: 8 }],
  other: [{ n: 8 }, { n: 9 }],
};

describe('a draft with false claims', () => {
  it.each([
    ['So [10 boats](<check:count q.n "boat">).', 'So [12 boats](<check:count q.n "boat">).'],
    // Markdown around the words that differ stays
    ['So [**10** boats](<check:count q.n "boat">).', 'So [**12** boats](<check:count q.n "boat">).'],
    ['So [**10 boats**](<check:count q.n "boat">).', 'So [**12 boats**](<check:count q.n "boat">).'],
    ['So **[10 boats](check:q.n)**.', 'So **[12 boats](check:q.n)**.'],
    ['So [about\n50 _small_ boats](check:q.n).', 'So [about\n12 _small_ boats](check:q.n).'],
    // Names from the data are text
    ['So [x](check:q.name).', 'So [A \\*b\\* \\[c\\] & d\\_e](check:q.name).'],
    ['| [x](check:q.name) |\n| - |', '| [A \\*b\\* \\[c\\] & d\\_e](check:q.name) |\n| - |'],
    // References, and the same address for two claims
    ['So [10][n] or [ten][n].\n\n[n]: check:q.n', 'So [12][n] or [twelve][n].\n\n[n]: check:q.n'],
    // Rounds that agree
    ['So{{#each same as |row|}} [7](check:row.n){{/each}}.', 'So{{#each same as |row|}} [8](check:row.n){{/each}}.'],
  ])('%j becomes %j', (text, expected) => {
    expect(revised(text, DATA)).toEqual({ body: expected, left: [] });
  });

  it.each([
    ['So [it is](check:q.ok).', /^a verdict says that it is false/],
    ['So [many](check:q.n).', /^its words state no single number/],
    ['So [{{q.n}} or so](check:q.n) and [{{q.share}} boats](check:q.n).', /^tags or marks stand within its words/],
    ['So{{#each other as |row|}} [7](check:row.n){{/each}}.', /^it stands in a loop/],
    ['So [one boat](check:q.n).', /^no words like these say “12”/],
    // The shortcut of a reference is its address as well
    ['So [10] boats.\n\n[10]: check:q.n', /^its words cannot be replaced where they stand/],
  ])('%j is left', (text, reason) => {
    const { body, left } = revised(text, DATA);
    expect(body).toBe(text);
    expect(left.length).toBeGreaterThan(0);
    expect(left.at(-1)).toMatch(reason);
  });

  it('keeps what is true, acknowledged or said', () => {
    const text = 'So [12](check:q.n), [9/11](<check:ack "a name">), [7](<check:said "theirs">), [19 Sep](check:q.day).';
    expect(revised(text, DATA)).toEqual({ body: text, left: [] });
  });

  it('whatever it says, gets true words or a reason, and is the same everywhere else; a second time nothing changes', () => {
    const words = fc
      .array(
        fc.constantFrom(
          ...[
            'seven',
            '12',
            '1,200',
            'half',
            '42%',
            'about',
            'more than',
            'nearly',
            'only',
            'the',
            'boats',
            'boat',
            'of',
          ],
          ...[
            '**ten**',
            '_a dozen_',
            '“nine”',
            'Kabul',
            '19 Sep',
            '2021-09-19',
            '&amp;',
            '\\*',
            '`12`',
            'ten-odd',
            '#x',
            "'s",
          ],
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((parts) => parts.join(' '));
    const address = fc.constantFrom(
      'q.n',
      'q.share',
      'q.day',
      'q.name',
      'count q.n "boat"',
      'pct q.share',
      'fraction q.share',
      'q.ok',
    );
    const between = fc.constantFrom(' and ', '. ', '\n', '\n\n', '\n\n- ', '\n\n> ', ' **so** ', ', ');
    fc.assert(
      fc.property(fc.array(fc.tuple(words, address, between), { minLength: 1, maxLength: 5 }), (claims) => {
        const text = `So ${claims.map(([typed, to, gap]) => `[${typed}](<check:${to}>)${gap}`).join('')}it was.`;
        const draft = draftOf(text, DATA);
        const revision = revise(draft, DATA);
        const blank = (whole: string): string => whole.replace(/\[(?:\\.|[^\]\\])*\](?=\(<check:)/g, '[]');
        expect(blank(revision.text)).toBe(blank(draft.source.text));
        const { draft: again } = parseFile(revision.text);
        if (!again) throw new Error('The draft is one still');
        const second = revise(again, DATA);
        expect(second.changes).toEqual([]);
        expect(second.text).toBe(revision.text);
        expect(second.left.map(({ words: typed }) => typed)).toEqual(revision.left.map(({ words: typed }) => typed));
      }),
      { numRuns: 100 },
    );
  });
});
