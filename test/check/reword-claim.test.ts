import { describe, expect, it } from 'vitest';
import { rewordClaim } from '../../src/check/reword-claim.js';
import { rewordingOf } from '../../src/check/rewording.js';
import { fill, type Data, type draftOf } from '../fill/fill-input.js';

const DATA: Data = {
  q: [
    {
      none: 0,
      one: 1,
      two: 2,
      six: 6,
      eight: 8,
      n14: 14,
      n20: 20,
      n63: 63,
      n140: 140,
      n1234: 1234,
      big: 12345678,
      small: 0.004,
      share: 0.637,
      half: 0.5,
      minus: -3,
      day: '2021-09-19',
      may: '2021-05-03',
      past: '2020-09-19',
      place: 'eastern Kunar',
      town: "Val d'Or",
    },
  ],
  langs: { rows: [{ l: 'Arabic' }, { l: 'Dari' }, { l: 'Urdu' }], ordered: true },
};

/** What the words of a claim are rewritten to, as they stand inside a sentence. */
function reworded(text: string, frontMatter = ''): string | undefined {
  const { story, draft } = fill(`So ${text}`, DATA, { frontMatter });
  return rewordedIn(story, draft);
}

function rewordedIn(
  { figures }: ReturnType<typeof fill>['story'],
  draft: ReturnType<typeof draftOf>,
): string | undefined {
  const claim = figures.find(({ kind }) => kind === 'claim');
  if (claim?.finding?.kind !== 'amount' && claim?.finding?.kind !== 'words') throw new Error('A claim yields words');
  return rewordClaim(claim.text, claim.finding, rewordingOf(claim, draft));
}

describe('the words of a false claim', () => {
  it.each([
    // Digits stay digits, words stay words where house style has them, and either follows it elsewhere
    ['[seven boats](<check:count q.eight "boat">)', 'eight boats'],
    ['[7 boats](<check:count q.eight "boat">)', '8 boats'],
    ['[seven boats](<check:count q.n14 "boat">)', '14 boats'],
    ['[twelve boats](<check:count q.n14 "boat">)', 'fourteen boats'],
    ['[twelve boats](<check:count q.n140 "boat">)', '140 boats'],
    ['[1,200 boats](<check:count q.n1234 "boat">)', '1,234 boats'],
    ['[1200 boats](<check:count q.n1234 "boat">)', '1234 boats'],
    ['[a dozen boats](<check:count q.n14 "boat">)', '14 boats'],
    ['[both boats](<check:count q.six "boat">)', 'six boats'],
    ['[twice](check:q.six)', 'six'],
    ['[7](check:q.minus)', '−3'],
    // Nouns follow the number
    ['[seven boats](<check:count q.one "boat">)', 'one boat'],
    ['[one boat](<check:count q.two "boat">)', 'two boats'],
    ['[a boat](<check:count q.two "boat">)', 'two boats'],
    ['[seven boats](<check:count q.none "boat">)', 'no boats'],
    ['[no boats](<check:count q.one "boat">)', 'one boat'],
    ['[seven boats](<check:count q.none "boat" none="not a single boat">)', 'not a single boat'],
    ['[seven ISKP attacks](check:q.eight)', 'eight ISKP attacks'],
    ['[seven ISKP attacks](check:q.none)', 'no ISKP attacks'],
    ['[seven ships](<check:count q.eight "boat">)', 'eight boats'],
    // Without a noun of the expression's nothing says the form
    ['[seven attacks](check:q.one)', undefined],
    ['[one attack](check:q.two)', undefined],
    // Hedges stay where they can hold, as round as they were
    ['[more than 40](check:q.n63)', 'more than 60'],
    ['[more than 60](check:q.n20)', '20'],
    ['[over forty boats](<check:count q.n63 "boat">)', 'over sixty boats'],
    ['[nearly 50](check:q.n63)', '63'],
    ['[nearly 2,000](check:q.n1234)', 'nearly 1,240'],
    ['[almost 10](check:q.six)', 'six'],
    ['[about 1,000](check:q.n1234)', 'about 1,200'],
    ['[nearly 200](check:q.n1234)', 'nearly 1,240'],
    ['[nearly 20](check:q.n1234)', 'nearly 1,240'],
    ['[almost 1,000](check:q.n140)', '140'],
    ['[just over 300](check:q.n1234)', 'just over 1,200'],
    ['[around 15](check:q.n14)', 'around 14'],
    ['[fewer than 10](check:q.n63)', 'fewer than 70'],
    ['[at least 100](check:q.n63)', 'at least 63'],
    ['[no fewer than ten boats](<check:count q.six "boat">)', 'no fewer than six boats'],
    ['[up to ten](check:q.n14)', 'up to fourteen'],
    ['[100 or more](check:q.n63)', '63 or more'],
    ['[100 at least](check:q.n63)', '63 at least'],
    ['[20 at most](check:q.n63)', '63 at most'],
    ['[30 or so boats](<check:count q.n20 "boat">)', '20 or so boats'],
    ['[more than 2](check:q.one)', '1'],
    ['[44 boats](<check:count q.eight "boat" atleast=2>)', 'at least eight boats'],
    ['[at least 44 boats](<check:count q.eight "boat" atleast=2>)', 'at least eight boats'],
    // Words that judge a number stay only where they still fit
    ['[only 20](check:q.n14)', 'only 14'],
    ['[only 8](check:q.n14)', '14'],
    ['[as many as 8](check:q.n14)', 'as many as 14'],
    ['[as many as 20](check:q.n14)', '14'],
    ['[the seven boats](<check:count q.eight "boat">)', 'the eight boats'],
    // Shares
    ['[50%](check:q.share)', '64%'],
    ['[50.0%](check:q.share)', '63.7%'],
    ['[50 per cent](check:q.share)', '64 per cent'],
    ['[50%](<check:pct q.share>)', '64%'],
    ['[half](check:q.share)', 'almost two-thirds'],
    ['[two-thirds](<check:fraction q.half>)', 'half'],
    ['[2%](<check:pct q.small>)', 'less than 1%'],
    ['[over 95%](<check:pct q.share>)', 'over 63%'],
    // Large numbers
    ['[7.2 million](check:q.big)', '12.3 million'],
    ['[7 million](<check:approx q.big>)', 'about 12 million'],
    ['[the 7th](<check:ordinal q.eight>)', 'the 8th'],
    ['[the seventh](<check:ordinal q.eight>)', 'the eighth'],
    // Dates keep their form
    ['[3 May](check:q.day)', '19 September'],
    ['[8 Mar](check:q.day)', '19 Sep'],
    ['[1 March 2021](check:q.day)', '19 September 2021'],
    ['[1 Mar 2021](check:q.day)', '19 Sep 2021'],
    ['[2021-03-01](check:q.day)', '2021-09-19'],
    ['[1 March](check:q.past)', '19 September 2020'],
    ['[8 March](check:q.may)', '3 May'],
    ['[yesterday](<check:rel q.day>)', 'on Sunday'],
    // Texts keep their quotes and marks, and a name its own letters
    ['[Kabul](check:q.place)', 'eastern Kunar'],
    ['[“Kabul”](check:q.place)', '“eastern Kunar”'],
    ['[Kabul,](check:q.town)', "Val d'Or,"],
    ['[Arabic and Dari](<check:list langs col="l">)', 'Arabic, Dari and Urdu'],
    ['[six of the 14 boats](<check:allbut q.two q.six "boat">)', 'two of the six boats'],
  ])('%s is rewritten to %s', (text, expected) => {
    expect(reworded(text)).toBe(expected);
  });

  it.each([
    ['[Twelve boats](<check:count q.eight "boat">) came', 'Eight boats'],
    ['[Seven boats](<check:count q.n14 "boat">) came', 'Fourteen boats'],
    ['[7 boats](<check:count q.n14 "boat">) came', '14 boats'],
    ['[seven boats](<check:count q.eight "boat">) came', 'eight boats'],
    ['[More than forty](check:q.n63) came', 'More than sixty'],
    ['[Six of the 14](<check:allbut q.six q.eight "boat">)', 'All but two of the eight boats'],
    ['[Kabul](check:q.place) was hit', 'Eastern Kunar'],
    ['[None](<check:fraction q.half>) of them', 'Half'],
  ])('at the start of a sentence, %s is rewritten to %s', (text, expected) => {
    const { story, draft } = fill(text, DATA);
    expect(rewordedIn(story, draft)).toBe(expected);
  });

  it('follow the house’s own marks', () => {
    expect(reworded('[1.200 boats](<check:count q.n1234 "boat">)', "numbers: {group: '.'}")).toBe('1.234 boats');
    expect(reworded('[7 boats](<check:count q.eight "boat">)', 'numbers: {words_to: 0}')).toBe('8 boats');
  });
});
