import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { TaggedWord } from '../../../src/model/tagged-word.js';
import { PLATFORM_IDS, type PlatformId } from '../../../src/model/target.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { renderThread, type RenderThreadOptions } from '../../../src/render/thread/render-thread.js';
import { read } from '../../parse/front-matter-input.js';
import { PATIENT, runs } from '../../parse/runs.js';
import { optionsFor, storyOf } from './story-of.js';

const listed = (...words: readonly string[]): readonly TaggedWord[] =>
  read(`tag_first_mention: ${JSON.stringify(words)}`).tagFirstMention;

interface Settings extends Partial<RenderThreadOptions> {
  readonly platform?: PlatformId;
}

function render(words: readonly string[], markdown: string, { platform = 'x', ...options }: Settings = {}) {
  const tagFirstMention = listed(...words);
  return renderThread(storyOf(markdown, platform), optionsFor(markdown, { tagFirstMention, ...options }));
}

const texts = (...args: Parameters<typeof render>): string[] => render(...args).value.posts.map(({ text }) => text);

describe('the first plain mention', () => {
  test.each<[name: string, words: readonly string[], markdown: string, expected: string]>([
    ['is live, the next is not', ['ISKP'], 'When ISKP came, ISKP stayed.', 'When #ISKP came, ISKP stayed.'],
    ['of each word', ['ISKP', 'Kabul'], 'Kabul: ISKP in Kabul.', '#Kabul: #ISKP in Kabul.'],
    ['of several words', ['Grey Lantern Front'], 'The Grey Lantern Front.', 'The #GreyLanternFront.'],
    ['is of the longest', ['Front', 'Grey Lantern Front'], 'Grey Lantern Front.', '#GreyLanternFront.'],
    [
      'is none inside a longer one, first or not',
      ['Front', 'Grey Lantern Front'],
      'Grey Lantern Front, Grey Lantern Front, the Front.',
      '#GreyLanternFront, Grey Lantern Front, the #Front.',
    ],
    ['of several stands on one line', ['Grey Front'], 'Grey\nFront, Grey\u00A0Front.', 'Grey\nFront, #GreyFront.'],
    ['with hyphens and apostrophes', ['Al-Shabaab', 'Qur’an'], "Al-Shabaab's Qur'an", "#AlShabaab's #Quran"],
    ['with an accent', ['Côte'], 'Co\u0302te', '#Côte'],
    ['listed with its sign', ['#ISKP'], 'ISKP', '#ISKP'],
    ['has the case of the list', ['ISKP'], 'Iskp, iskp, ISKP', 'Iskp, iskp, #ISKP'],
    ['is a whole word', ['ISKP'], 'ISKPs xISKP ISKP1 ISKP_a _ISKP ISKP', 'ISKPs xISKP ISKP1 ISKP_a _ISKP #ISKP'],
    [
      'is no compound',
      ['ISKP'],
      'ISKP-led, anti-ISKP, pro–ISKP, Daesh/ISKP, ISKP.x, d’ISKP, ISKP',
      'ISKP-led, anti-ISKP, pro–ISKP, Daesh/ISKP, ISKP.x, d’ISKP, #ISKP',
    ],
    ['may be possessive', ['ISKP'], 'ISKP’s men', '#ISKP’s men'],
    ['may touch other signs', ['ISKP'], '(“ISKP”)—', '(“#ISKP”)—'],
    ['may stand between dashes', ['ISKP'], 'it—ISKP—came', 'it—#ISKP—came'],
    ['may be emphasised, half of it too', ['Grey Front'], '**Grey** Front', '#GreyFront'],
    ['may be the words of a link', ['ISKP'], '[ISKP](https://a.org/ISKP)', '#ISKP https://a.org/ISKP'],
    ['stands in no address', ['ISKP'], 'See https://a.org/ISKP. ISKP', 'See https://a.org/ISKP. #ISKP'],
    [
      'stands in no address that is dead',
      ['ISKP'],
      '[It](https://a.test/?q=ISKP), ISKP',
      'It https://a.test/?q=ISKP, #ISKP',
    ],
    ['stands in no code', ['ISKP'], '`ISKP` ISKP', 'ISKP #ISKP'],
    ['stands in no figure', ['ISKP'], '{{data:ISKP}} {{phrase:ISKP}} ISKP', 'ISKP ISKP #ISKP'],
    ['is not half of a figure', ['Grey Front'], 'Grey {{data:Front}}, Grey Front', 'Grey Front, #GreyFront'],
    [
      'is not half of a link',
      ['Grey Front'],
      'Grey [Front](https://a.org), Grey Front',
      'Grey Front https://a.org, #GreyFront',
    ],
    ['is not the start of a longer hashtag', ['ISKP'], 'ISKP·x ISKP', 'ISKP·x #ISKP'],
    ['is no mention of an account', ['ISKP'], '@ISKP $ISKP ISKP', '@ISKP $ISKP #ISKP'],
    ['comes after a hashtag of its own', ['ISKP'], '#ISKP ISKP', '#ISKP ISKP'],
    ['comes after one in other letters', ['ISKP'], '#iskp ISKP', '#iskp ISKP'],
    ['comes after one that was computed', ['ISKP'], '{{tag:#ISKP}} ISKP', '#ISKP ISKP'],
    ['comes before one', ['ISKP'], 'ISKP #ISKP', '#ISKP #ISKP'],
    ['is part of another hashtag', ['ISKP'], '#ISKPnews ISKP', '#ISKPnews #ISKP'],
    ['is in a list and a quotation', ['ISKP', 'Kabul'], '- ISKP\n\n> Kabul', '• #ISKP\n\n“#Kabul”'],
    ['is in another script', ['داعش', 'گروه داعش'], 'داعش و گروه داعش', '#داعش و #گروه_داعش'],
  ])('%s', (_, words, markdown, expected) => {
    expect(texts(words, markdown)).toEqual([expected]);
  });

  it('is the first of the thread, and of its one post on LinkedIn', () => {
    const markdown = 'Nothing.\n\n---\n\nISKP.\n\n---\n\nISKP again.';
    for (const platform of PLATFORM_IDS) {
      const expected = ['Nothing.', '#ISKP.', 'ISKP again.'];
      expect(texts(['ISKP'], markdown, { platform })).toEqual(
        platform === 'linkedin' ? [expected.join('\n\n')] : expected,
      );
    }
  });

  it('is passed over where the platform would not make it live', () => {
    const [bracketed] = texts(['ISKP'], 'a)ISKP, =ISKP, ISKP', { platform: 'mastodon' });
    expect(bracketed).toBe('a)ISKP, =ISKP, #ISKP');
    const markdown = 'Kabul: ISKP #Herat.\n\n---\n\nKabul and ISKP.\n\n---\n\nISKP.';
    expect(texts(['ISKP', 'Kabul'], markdown, { platform: 'threads' })).toEqual([
      'Kabul: ISKP #Herat.',
      '#Kabul and ISKP.',
      '#ISKP.',
    ]);
  });

  it('counts with its sign, and is cut nowhere', () => {
    const words = `${'a'.repeat(139)} ${'b'.repeat(135)} ISKP`;
    const full = render(['ISKP'], words);
    expect(full.value.posts).toHaveLength(2);
    expect(full.value.posts.map(({ text }) => text).join(' ')).toBe(words.replace('ISKP', '#ISKP'));
    expect(render([], words).value.posts.map(({ count }) => count)).toEqual([280]);
    expect(render(['ISKP'], words, { split: 'error' }).messages.map(({ rule }) => rule)).toEqual(['post-too-long']);
  });

  it('keeps the places of its letters', () => {
    const { messages } = render(['ISKP', 'Grey Front'], 'ISKP, Grey Front.\nThen #A#B');
    expect(messages.map(({ rule, place }) => `${rule} ${place?.line}:${place?.column}`)).toEqual(['hashtag-glued 2:8']);
  });
});

describe('any text', PATIENT, () => {
  const WORDS = 'ISKP|Iskp|ISKPs|ISKP’s|ISKP-led|#ISKP|@ISKP|$ISKP|a|and|https://a.org/ISKP|Kabul|#Kabul|Kabul.ISKP';
  const SIGNS =
    '(|)|“|”|—|-|/|=|&|.|,|#|\u200D|\uFE0F|🏴|_|{{data:ISKP}}|{{tag:#ISKP}}|`ISKP`|كابل|\n|\n\n|\n\n---\n\n';
  const piece = fc.constantFrom(...`${WORDS}|${SIGNS}`.split('|'), ' ', ' ', ' ');
  const markdown = fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join(''));

  it('says the same but for one `#` a word', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(...PLATFORM_IDS), (text, platform) => {
        const words = ['ISKP', 'Kabul', 'كابل'];
        // A sign more may split a post, or split it elsewhere: here each stays one
        const tagged = render(words, text, { platform, split: 'error' }).value.posts;
        const plain = render([], text, { platform, split: 'error' }).value.posts;
        expect(tagged).toHaveLength(plain.length);
        const added = tagged.flatMap((post, index) => additions(plain[index]?.text ?? '', post.text));
        expect(added.every((word) => words.includes(word))).toBe(true);
        expect(new Set(added).size).toBe(added.length);
        // What was live stays so, and what was added is
        const live = tagged.flatMap(({ entities }) => entities);
        expect(live).toHaveLength(plain.flatMap(({ entities }) => entities).length + added.length);
        const { maxHashtags = Infinity } = PLATFORMS[platform];
        for (const [index, { entities }] of tagged.entries()) {
          const before = plain[index]?.entities ?? [];
          if (entities.length > before.length)
            expect(entities.filter(({ kind }) => kind === 'hashtag').length).toBeLessThanOrEqual(maxHashtags);
        }
      }),
      runs(300),
    );
  });
});

/** The words before which a `#` was added; fails where anything else changed. */
function additions(plain: string, tagged: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (const [index, sign] of Array.from(tagged.split('').entries())) {
    if (sign === plain.charAt(at)) {
      at += 1;
      continue;
    }
    expect(sign).toBe('#');
    words.push(/^#([\p{L}\p{M}]+)/u.exec(tagged.slice(index))?.[1] ?? '');
  }
  expect(at).toBe(plain.length);
  return words;
}
