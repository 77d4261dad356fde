import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { publishDraft, type PublishDraftResult } from '../../src/build/publish-draft.js';
import { EVENTS, makeProject, type Project } from '../cli/project.js';

const HEAD = 'platforms: [x, bluesky, mastodon, threads, linkedin]\nlints: {unbound-figure: off}\n';

const draft = (body: string, head = ''): string => `---
title: Harbour notes
date: 2026-03-10
data: {events: {file: events.csv, dated_by: date, source: Harbour desk}}
${HEAD}${head}
---

\`\`\`sql total
SELECT count(*) AS n FROM events
\`\`\`

${body}
`;

const TAGS = 'tag_first_mention: [Harbour Watch, Aldmouth]';

let project: Project;
beforeAll(async () => {
  project = await makeProject({ 'events.csv': EVENTS, 'threadwright.config.yaml': '' });
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

async function publish(text: string, config = ''): Promise<PublishDraftResult> {
  await project.write('threadwright.config.yaml', config);
  await project.write('draft.md', text);
  return publishDraft({ draft: 'draft.md', cwd: project.folder, only: ['thread', 'brief'] });
}

const read = ({ files }: PublishDraftResult, path: string): string =>
  Buffer.from(files.find((file) => file.path === path)?.bytes ?? '').toString();

const said = ({ messages }: PublishDraftResult): string[] =>
  messages.map(({ rule, place, reason, note }) => `${place?.line}:${place?.column} ${rule}: ${reason} (${note})`);

describe('words whose first mention is a hashtag', { timeout: 60_000 }, () => {
  const BODY = `{{#only "x"}}Aldmouth first.{{/only}} In [three boats](check:total.n) of Harbour Watch.

---

All [3 Aldmouth boats](check:total.n) and those of Harbour Watch.`;

  it('are live in every thread where it mentions them first, in claims too, and plain words on pages', async () => {
    const made = await publish(draft(BODY, TAGS));
    expect(said(made)).toEqual([]);
    expect(read(made, 'thread.x.txt')).toBe(
      '1. #Aldmouth first. In three boats of #HarbourWatch.\n---\n2. All 3 Aldmouth boats and those of Harbour Watch.\n',
    );
    for (const platform of ['bluesky', 'mastodon', 'threads'])
      expect(read(made, `thread.${platform}.txt`)).toBe(
        '1. In three boats of #HarbourWatch.\n---\n2. All 3 #Aldmouth boats and those of Harbour Watch.\n',
      );
    expect(read(made, 'thread.linkedin.txt')).toBe(
      'In three boats of #HarbourWatch.\n\nAll 3 #Aldmouth boats and those of Harbour Watch.\n',
    );
    expect(read(made, 'brief.html')).not.toContain('#HarbourWatch');
    const { threads } = JSON.parse(read(made, 'thread.json')) as {
      threads: { posts: { text: string; count: number; entities: { kind: string; value: string }[] }[] }[];
    };
    const [first] = threads[0]?.posts ?? [];
    expect(first?.entities.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'hashtag Aldmouth',
      'hashtag HarbourWatch',
    ]);
    expect(first?.count).toBe(first?.text.length);
  });

  it('may be those of the project, which a draft replaces', async () => {
    const own = await publish(draft(BODY, 'tag_first_mention: [Aldmouth]'), 'tag_first_mention: [boats]');
    expect(read(own, 'thread.x.txt')).toContain('1. #Aldmouth first. In three boats of Harbour Watch.');
    const none = await publish(draft(BODY, 'tag_first_mention: []'), 'tag_first_mention: [boats]');
    expect(read(none, 'thread.x.txt')).not.toContain('#');
    const shared = await publish(draft(BODY), 'tag_first_mention: [boats, Sandwick]');
    expect(read(shared, 'thread.x.txt')).toContain('In three #boats of');
    // Not every draft mentions what the project's list has
    expect(said(shared)).toEqual([]);
  });
});

describe('a word that no thread mentions', { timeout: 60_000 }, () => {
  const UNUSED = 'in `tag_first_mention`, no thread has a plain mention of it';

  test.each<[name: string, body: string, head: string, expected: readonly string[]]>([
    [
      'and nothing like it',
      'A boat.',
      TAGS,
      ['Harbour Watch', 'Aldmouth'].map((word) => `${word}|Mention it, or take it out of the list`),
    ],
    [
      'but in other letters',
      'The harbour watch came.',
      'tag_first_mention: [Harbour Watch]',
      ['Harbour Watch|The thread has `harbour watch`; list it as it is written'],
    ],
    [
      'but misspelt',
      'In “Harbuor Watch”.',
      'tag_first_mention: [Harbour Watch]',
      ['Harbour Watch|Did you mean `Harbuor Watch`?'],
    ],
    [
      'but in a compound',
      'The Aldmouth-led boats.',
      'tag_first_mention: [Aldmouth]',
      [
        'Aldmouth|The thread has `Aldmouth-led`; a mention is a whole word, typed in the draft and no part of a figure, an address or code',
      ],
    ],
    ['but live as typed', 'It is #aldmouth.', 'tag_first_mention: [Aldmouth]', []],
    [
      'but on one platform',
      '{{#only "mastodon"}}Aldmouth.{{else}}A boat.{{/only}}',
      'tag_first_mention: [Aldmouth]',
      [],
    ],
  ])('%s', async (_, body, head, expected) => {
    const made = await publish(draft(body, head));
    expect(said(made).map((line) => line.replace(/^\d+:\d+ /, ''))).toEqual(
      expected.map((one) => {
        const [word, note] = one.split('|');
        return `hashtag-unused: Unexpected \`${word}\` ${UNUSED} (${note})`;
      }),
    );
  });

  it('is told at its place, unless the lint is off', async () => {
    const head = 'tag_first_mention:\n  - Aldmouth';
    expect(
      (await publish(draft('A boat.', head))).messages.map(({ place }) => `${place?.line}:${place?.column}`),
    ).toEqual(['8:5']);
    const text = draft('A boat.', head).replace('unbound-figure: off', 'hashtag-unused: off');
    expect((await publish(text)).messages).toEqual([]);
  });
});
