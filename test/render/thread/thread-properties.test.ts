import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Numbering } from '../../../src/model/draft.js';
import { PLATFORM_IDS } from '../../../src/model/target.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { renderThread } from '../../../src/render/thread/render-thread.js';
import { PATIENT, runs } from '../../parse/runs.js';
import { optionsFor, storyOf } from './story-of.js';

/** Words that Markdown leaves as they are, some of them live. */
const WORDS = (
  'harbour|boats|Dr.|11 Sep.|12 km|25 August 2021|é́té|👨‍👩‍👧‍👦|🇦🇫|👍🏽|الموانئ|جاء|नमस्ते|था।|船今天到了港口|没有问题。|#Kabul|#كابل|' +
  '@fielddesk|https://example.org/a/b?c=d|“closed until”|(in all)|yes.|no!|and,|here:|—'
).split('|');

const post = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(' ', ' ', ' ', ' ', '\n\n')), {
    minLength: 1,
    maxLength: 90,
    size: 'max',
  })
  .map((words) => `So it was. ${words.map(([word, gap]) => `${word}${gap}`).join('')}It ended.`);

const numbering: fc.Arbitrary<Numbering> = fc.record({
  style: fc.constantFrom('1.', '1/', '1/n', '(1/n)', 'none'),
  place: fc.constantFrom('start', 'end'),
  first: fc.boolean(),
  start: fc.constantFrom(0, 1, 7, 95),
});

function label(number: number, total: number, { style }: Numbering): string {
  return {
    '1.': `${number}.`,
    '1/': `${number}/`,
    '1/n': `${number}/${total}`,
    '(1/n)': `(${number}/${total})`,
    none: '',
  }[style];
}

it(
  'a thread of any words, numbered in any way, has numbers without gaps, fits, and gives its words back in their order',
  () => {
    fc.assert(
      fc.property(
        fc.array(post, { minLength: 1, maxLength: 5 }),
        numbering,
        fc.constantFrom(...PLATFORM_IDS.filter((id) => !PLATFORMS[id].joins)),
        (posts, shape, platform) => {
          const markdown = posts.join('\n\n---\n\n');
          const made = (): ReturnType<typeof renderThread> =>
            renderThread(storyOf(markdown, platform), optionsFor(markdown, { numbering: shape }));
          const { value: thread, messages } = made();
          expect(made().value).toEqual(thread);
          expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);

          const { measure } = PLATFORMS[platform];
          for (const { text, count, limit } of thread.posts) {
            expect(count).toBeLessThanOrEqual(limit);
            for (const size of measure(text).sizes) expect(size.count).toBeLessThanOrEqual(size.limit);
          }

          const opens = shape.style !== 'none' && !shape.first;
          const last = shape.start + thread.posts.length - 1;
          const bare = thread.posts.map(({ number, text }, index) => {
            const isNumbered = shape.style !== 'none' && !(opens && index === 0);
            expect(number).toBe(isNumbered ? shape.start + index : null);
            if (!isNumbered) return text;
            const words = label(shape.start + index, last, shape);
            expect(shape.place === 'start' ? text.startsWith(words) : text.endsWith(words)).toBe(true);
            return shape.place === 'start' ? text.slice(words.length) : text.slice(0, -words.length);
          });
          const inOrder = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
          expect(inOrder(bare.join(''))).toBe(inOrder(posts.join('')));
          expect([...new Set(thread.posts.map(({ sourcePost }) => sourcePost))]).toEqual(posts.map((_, at) => at + 1));
        },
      ),
      runs(60),
    );
  },
  PATIENT.timeout,
);
