import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/diagnostic/message.js';
import type { Numbering, PostAttributes } from '../../../src/model/draft.js';
import { PLATFORM_IDS, type PlatformId } from '../../../src/model/target.js';
import type { Thread } from '../../../src/model/thread.js';
import { PLATFORMS } from '../../../src/platform/platforms.js';
import { renderThread, type RenderThreadOptions } from '../../../src/render/thread/render-thread.js';
import { optionsFor, storyOf } from './story-of.js';

interface Settings extends Partial<RenderThreadOptions> {
  readonly platform?: PlatformId;
  /** Of the first post. */
  readonly attributes?: Partial<PostAttributes>;
}

function render(markdown: string, { platform = 'x', attributes, ...options }: Settings = {}): Rendered {
  const story = storyOf(markdown, platform);
  const posts = story.posts.map((post, index) =>
    index === 0 ? { ...post, attributes: { ...post.attributes, ...attributes } } : post,
  );
  const { value, messages } = renderThread({ ...story, posts }, optionsFor(markdown, options));
  return { thread: value, texts: value.posts.map(({ text }) => text), messages };
}

interface Rendered {
  readonly thread: Thread;
  readonly texts: readonly string[];
  readonly messages: readonly Message[];
}

const NUMBERED: Numbering = { style: '1/n', place: 'start', first: true, start: 1 };
const sentence = (length: number, word = 'word'): string =>
  `${`A${word} `.padEnd(length - 1, `${word} `).slice(0, length - 2)}x.`;

it('splits again where the last number gets a digit more, and the count of posts none', () => {
  // It fits with `8/9`; the next post becomes two, and `8/10` no longer does
  const words = 'word '.repeat(26);
  const markdown = `${words}endings. ${words}ending.\n\n---\n\n${words}over. ${words}${words}over.`;
  const { thread, messages } = render(markdown, { numbering: { ...NUMBERED, start: 8 } });
  expect(messages.map(({ rule }) => rule)).toEqual([]);
  expect(thread.posts.map(({ text }) => text.split(' ')[0])).toEqual(['8/11', '9/11', '10/11', '11/11']);
});

describe('at the limit of', () => {
  it.each(PLATFORM_IDS.filter((id) => !PLATFORMS[id].joins))(
    '%s a post is whole, and one past it in two',
    (platform) => {
      const { limit } = PLATFORMS[platform];
      const [first, second] = [sentence(limit / 2), sentence(limit / 2 - 1)];
      const whole = render(`${first} ${second}`, { platform });
      expect(whole.thread.posts.map(({ count, part }) => [count, part])).toEqual([[limit, undefined]]);
      expect(whole.thread.splits).toEqual([]);
      const past = render(`${first} ${second.replace(/\.$/, 'x.')}`, { platform });
      expect(past.texts).toEqual([first, second.replace(/\.$/, 'x.')]);
      expect(past.thread.posts.map(({ part }) => part)).toEqual([
        { index: 1, of: 2 },
        { index: 2, of: 2 },
      ]);
      expect(past.thread.splits).toMatchObject([{ post: 1, parts: 2, count: limit + 1, limit }]);
      expect(past.messages).toEqual([]);
    },
  );

  it('X its number counts', () => {
    const text = `${sentence(140)} ${sentence(136)}`;
    expect(render(text).texts).toHaveLength(1);
    expect(render(text, { numbering: NUMBERED }).texts).toEqual([`1/2 ${sentence(140)}`, `2/2 ${sentence(136)}`]);
  });

  it('Bluesky its bytes count', () => {
    const families = `${'👨‍👩‍👧‍👦'.repeat(60)} ${'👨‍👩‍👧‍👦'.repeat(61)}`;
    expect(render(families, { platform: 'bluesky' }).texts).toEqual(families.split(' '));
  });

  it('LinkedIn all posts are one, and too long is an error', () => {
    const posts = `${sentence(1499)}\n\n---\n\n${sentence(1499)}`;
    const whole = render(posts, { platform: 'linkedin', numbering: NUMBERED });
    expect(whole.texts).toEqual([`${sentence(1499)}\n\n${sentence(1499)}`]);
    expect(whole.thread.posts).toMatchObject([{ number: null, count: 3000, sourcePost: 1, part: undefined }]);
    expect(whole.messages).toEqual([]);
    const past = render(`${posts}x`, { platform: 'linkedin' });
    expect(past.texts).toHaveLength(1);
    expect(past.messages.map(({ rule, note }) => [rule, note])).toEqual([['post-too-long', 'Shorten the posts']]);
  });
});

describe('a split that is forbidden', () => {
  const text = `${sentence(150)} ${sentence(150)}`;
  const rules = (settings: Settings): string[] => render(text, settings).messages.map(({ rule }) => rule);

  it('is an error, for a draft or a post', () => {
    expect(rules({ split: 'error' })).toEqual(['post-too-long']);
    expect(rules({ attributes: { split: 'error' } })).toEqual(['post-too-long']);
    expect(rules({ split: 'error', attributes: { split: 'auto' } })).toEqual([]);
  });
});

describe('what fits no post', () => {
  it.each([
    ['link', `See https://example.org/${'a'.repeat(300)} there, said [A](https://example.org/b).`, 'bluesky'],
    ['figure', `They are {{phrase:${sentence(290)}}} and more.`, 'x'],
    ['word', `They said ${'o'.repeat(600)} and more.`, 'x'],
  ] as const)('is named: %s', (kind, text, platform) => {
    const { messages, thread } = render(text, { platform });
    expect(thread.posts).toHaveLength(1);
    expect(messages.map(({ rule }) => rule)).toEqual(['post-too-long']);
    expect(messages[0]?.note).toMatch(
      new RegExp(
        `^It cannot be split, because the ${kind} \`.+\` is never cut and has [0-9]+ .+ by itself; shorten that$`,
      ),
    );
  });

  it('gives way in order: brackets, quotations, words and their link, numbers and their unit', () => {
    const long = (open: string, close: string): string =>
      `${sentence(100)} ${open}${sentence(200)} ${sentence(150)}${close}`;
    expect(render(long('(', ')')).thread.splits).toMatchObject([{ broken: ['bracket'] }]);
    expect(render(long('“', '”')).thread.splits).toMatchObject([{ broken: ['quotation'] }]);
    expect(render(`[${sentence(200)} ${sentence(150)}](https://example.org/b)`).thread.splits).toMatchObject([
      { broken: ['link with its words'] },
    ]);
    expect(render('12 km '.repeat(60).trim()).texts.join(' ')).toBe('12 km '.repeat(60).trim());
  });
});

describe('what belongs together stays so', () => {
  it.each([
    ['a number and its unit', '12 km'],
    ['an amount', '£3 million'],
    ['a date', '25 August 2021'],
    ['a short date', '11 Sep.'],
    ['a title and its name', 'Dr. Smith'],
    ['brackets', '(all seven of them)'],
    ['a quotation', '“closed until further notice”'],
    ['a French quotation', '« fermé jusqu’à nouvel ordre »'],
    ['a German quotation', '„bis auf Weiteres zu“'],
    ['a straight quotation', '"closed until notice"'],
    ['a hashtag', '#KabulKunarNangarhar'],
    ['a figure', '{{phrase:twenty-seven operations}}', 'twenty-seven operations'],
    ['a link and its words', '[our report](https://example.org/r)', 'our report https://example.org/r'],
    ['code', '`npm run build`', 'npm run build'],
    ['a colon and what follows', 'here: word'],
    ['a dash and the words before it', 'word — word'],
  ])('%s', (_, written, printed = written) => {
    // Wherever the limit falls
    for (let before = 255; before < 281; before += 1) {
      const text = `${'word '.repeat(80).slice(0, before).trimEnd()} ${written} ${'more '.repeat(30).trim()}`;
      const { texts, messages } = render(text);
      expect(messages).toEqual([]);
      expect(texts.length).toBeGreaterThan(1);
      if (printed === 'word — word') expect(texts.some((one) => one.startsWith('—'))).toBe(false);
      else if (printed === 'here: word') expect(texts.some((one) => one.endsWith('here:'))).toBe(false);
      else expect(texts.filter((one) => one.includes(printed))).toHaveLength(1);
    }
  });

  it('the mark of a list with its first words, and words with a colon with their list', () => {
    const items = Array.from({ length: 12 }, (_, index) => `- item ${index} ${'and more of it '.repeat(4)}`);
    const { texts } = render(`${sentence(200)} These:\n\n${items.join('\n')}`);
    for (const one of texts) expect(one).not.toMatch(/:$|^(?!•|A).|• ?$/);
    expect(texts[1]).toMatch(/^• item \d/);
    expect(texts.join('\n').match(/• item/g)).toHaveLength(12);
  });
});

describe('numbers', () => {
  const two = `${sentence(200)} ${sentence(200)}`;
  const numbersOf = (markdown: string, numbering: Partial<Numbering>): string[] =>
    render(markdown, { numbering: { ...NUMBERED, ...numbering } }).texts.map((text) => /^\S+/.exec(text)?.[0] ?? '');

  it('go on over parts, and the total is that of all', () => {
    expect(numbersOf(`${two}\n\n---\n\nB\n\n---\n\n${two}`, {})).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5']);
    expect(numbersOf(`${two}\n\n---\n\nB`, { style: '(1/n)', start: 4 })).toEqual(['(4/6)', '(5/6)', '(6/6)']);
  });

  it('begin with 2 behind an opening without one, also in its second part', () => {
    expect(render(two, { numbering: { ...NUMBERED, style: '1.', first: false } }).thread.posts).toMatchObject([
      { number: null, text: sentence(200) },
      { number: 2, text: `2. ${sentence(200)}` },
    ]);
  });

  it('may stand at the end, and make room for themselves', () => {
    const { texts, messages } = render(two, { numbering: { ...NUMBERED, place: 'end' } });
    expect(texts).toEqual([`${sentence(200)} 1/2`, `${sentence(200)} 2/2`]);
    expect(messages).toEqual([]);
  });

  it.each([8, 9, 98, 99])('get wider from %i on, and every post fits', (start) => {
    const full = Array.from({ length: 6 }, () => `${sentence(138)} ${sentence(134)}`).join('\n\n---\n\n');
    const { thread, messages } = render(full, { numbering: { ...NUMBERED, start } });
    expect(messages).toEqual([]);
    const total = start + thread.posts.length - 1;
    expect(thread.posts.map(({ text }) => /^\S+/.exec(text)?.[0])).toEqual(
      thread.posts.map((_, index) => `${start + index}/${total}`),
    );
    expect(Math.max(...thread.posts.map(({ count }) => count))).toBeLessThanOrEqual(280);
  });
});

it('keeps what the writer parted', () => {
  expect(render(`${sentence(200)} ${sentence(200)}\n\n---\n\nB.\n\n---\n\nC.`).thread.posts).toMatchObject([
    { sourcePost: 1, part: { index: 1, of: 2 } },
    { sourcePost: 1, part: { index: 2, of: 2 } },
    { sourcePost: 2, text: 'B.' },
    { sourcePost: 3, text: 'C.' },
  ]);
});

describe('a picture', () => {
  const media = (markdown: string): string[][] =>
    render(markdown).thread.posts.map((post) => post.media.map(({ name }) => name));
  const [one, two, three] = [sentence(200), sentence(201), sentence(202)];

  it('stays with the last words before it', () => {
    expect(media(`![a](a.png)\n\n${one}\n\n${two}\n\n${three}`)).toEqual([['a.png'], [], []]);
    expect(media(`${one}\n\n![a](a.png)\n\n${two}\n\n${three}`)).toEqual([['a.png'], [], []]);
    expect(media(`${one}\n\n${two} ![a](a.png)\n\n${three}`)).toEqual([[], ['a.png'], []]);
    expect(media(`${one}\n\n${two}\n\n${three}\n\n![a](a.png)`)).toEqual([[], [], ['a.png']]);
  });
});

describe('prose', () => {
  it.each<[lang: string, platform: PlatformId, text: string, ends: string[]]>([
    [
      'ar',
      'x',
      'أعلنت الجماعة يوم الأحد مسؤوليتها عن سبع عمليات في يوم واحد، وهو أكبر عدد سُجل منذ بداية العام. هل تغيّر شيء في المنطقة؟ يقول السكان إن الطرق أُغلقت قبل الفجر؛ ولم يُسمح لأحد بالعبور حتى المساء. وتقول السلطات إن عدد الجرحى بلغ 12 شخصًا، وإن التحقيق مستمر. أما الصيادون فقد عادوا إلى الميناء قبل أن تهب العاصفة.',
      ['المنطقة؟', 'العاصفة.'],
    ],
    [
      'hi',
      'x',
      'समूह ने रविवार को एक ही दिन में सात कार्रवाइयों का दावा किया, जो इस वर्ष की शुरुआत के बाद से सबसे अधिक है। स्थानीय लोगों का कहना है कि सड़कें भोर से पहले बंद कर दी गई थीं। शाम तक किसी को भी गुज़रने की अनुमति नहीं मिली। अधिकारियों के अनुसार 12 लोग घायल हुए और जाँच जारी है। मछुआरे तूफ़ान आने से पहले बंदरगाह लौट आए।',
      ['गई थीं।', 'लौट आए।'],
    ],
    [
      'zh',
      'x',
      '该组织周日声称在一天之内发动了七次行动，这是今年以来的最高纪录。当地居民说，道路在黎明前就被封锁，直到傍晚才允许通行。官方表示有十二人受伤，调查仍在进行。渔民们在暴风雨来临之前回到了港口，没有人受伤。记者无法独立核实这些说法，“我们整夜都没有睡”，一位老人这样说。港口今天重新开放，渔民们说他们明天还会出海，因为风已经停了。',
      ['仍在进行。', '已经停了。'],
    ],
    [
      'de',
      'x',
      'Am 25. August 2021 meldete die Gruppe, wie Dr. Klein vom Institut sagte, z. B. sieben Angriffe an einem Tag. Das waren lt. Prof. Groß rd. 12 km Straße, die „bis auf Weiteres“ gesperrt blieben. Am 3. Oktober folgte der nächste Bericht. Die Kosten lagen bei ca. 3 Mio. Euro, davon entfielen auf die Brücke in St. Johann gut zwei Drittel.',
      ['blieben.', 'Drittel.'],
    ],
    [
      'en-GB',
      'x',
      'In the U.S. the bill came to £3 million, e.g. for the bridge at Aldmouth. On 11 Sep. Dr. J. R. Smith told the board (which sat behind closed doors) that “nobody had counted the smaller boats”. Vol. 2 of the report, out since 25 August 2021, has the figures in Fig. 7. Gen. Hale vs. the board is not over: it is due in court in May.',
      ['boats”.', 'May.'],
    ],
  ])('in %s is cut where a sentence ends', (lang, platform, text, ends) => {
    const { texts, messages } = render(text, { lang, platform });
    expect(messages).toEqual([]);
    expect(texts.map((one, index) => one.slice(-(ends[index]?.length ?? 20)))).toEqual(ends);
    expect(texts.join(lang === 'zh' ? '' : ' ')).toBe(text);
  });
});
