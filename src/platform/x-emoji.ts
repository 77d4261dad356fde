/*
 * The emoji that twitter-text 3.1.0 counts as one, which are those of Emoji 11 (2018), written as a grammar.
 * Measured on 2026-11-24 by asking it for every code point, with and without the emoji variation selector, a skin tone and a
 * gender sign, and for every pair of regional indicators; x-emoji17-disagreements.json lists what it does not know.
 * A later emoji is counted by its parts, which is more than X says it counts (docs.x.com, "All emojis count as 2").
 */

const SKIN = '[\u{1F3FB}-\u{1F3FF}]';

/** Drawn as text by default; one with the variation selector U+FE0F. */
const TEXT_DEFAULT =
  '©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌚⌛⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼◽◾☀☁☂☃☄☎☑☔☕☘☠☢☣☦☪☮☯☸☹☺♀♂♈♉♊♋♌♍♎♏♐♑♒♓♟♠♣♥♦♨♻♿⚒⚓⚔⚕⚖⚗⚙⚛⚜⚠⚡⚪⚫⚰⚱⚽⚾' +
  '⛄⛅⛈⛏⛑⛓⛔⛩⛪⛰⛱⛲⛳⛴⛵⛸⛺⛽✂✈✉✏✒✔✖✝✡✳✴❄❇❗❣❤➡⤴⤵⬅⬆⬇⬛⬜⭐⭕〰〽㊗㊙🀄🅰🅱🅾🅿🈂🈚🈯🈷🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏍🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟' +
  '🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕶🕷🕸🕹🖇🖊🖋🖌🖍🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳';

/** Take a skin tone. */
const BODIES =
  '✊✋🎅🏂🏃🏄🏇🏊👂👃👆👇👈👉👊👋👌👍👎👏👐👦👧👨👩👮👰👱👲👳👴👵👶👷👸👼💁💂💃💅💆💇💪🕺🖕🖖🙅🙆🙇🙋🙌🙍🙎🙏🚣🚴🚵🚶🛀🛌🤘🤙🤚🤛🤜🤞🤟' +
  '🤦🤰🤱🤲🤳🤴🤵🤶🤷🤸🤹🤽🤾🦵🦶🦸🦹🧑🧒🧓🧔🧕🧖🧗🧘🧙🧚🧛🧜🧝';

/** Take a skin tone and are drawn as text by default. */
const TEXT_DEFAULT_BODIES = '☝⛷⛹✌✍🏋🏌🕴🕵🖐';

/** Take a skin tone and a gender sign. */
const ROLES = '🏃🏄🏊👮👱👳👷💁💂💆💇🙅🙆🙇🙋🙍🙎🚣🚴🚵🚶🤦🤵🤷🤸🤹🤽🤾🦸🦹🧖🧗🧘🧙🧚🧛🧜🧝';
const TEXT_DEFAULT_ROLES = '⛹🏋🏌🕴🕵';

/** Take a gender sign and no skin tone. */
const PAIRS_AND_CREATURES = '👯🤼🧞🧟';

/** Follow a man or a woman and a joiner. */
const PROFESSIONS = '(?:[⚕⚖✈]\uFE0F|[🌾🍳🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦰🦱🦲🦳])';

/** Two people, with or without a kiss, and families of one or two adults with one or two children. */
const LOVE = '(?:👨\u200D❤\uFE0F\u200D(?:💋\u200D)?👨|👩\u200D❤\uFE0F\u200D(?:💋\u200D)?[👨👩])';
const FAMILIES = '(?:👨\u200D(?:[👨👩]\u200D)?|👩\u200D(?:👩\u200D)?)(?:👦(?:\u200D👦)?|👧(?:\u200D[👦👧])?)';

/** Other joined ones. */
const JOINED = '🏳\uFE0F\u200D🌈|🏴\u200D☠\uFE0F|👁\u200D🗨';

/** England, Scotland and Wales, as tags after a black flag. */
const SUBDIVISIONS = ['gbeng', 'gbsct', 'gbwls'].map((code) => `🏴${tagCharacters(code)}\u{E007F}`).join('|');

/** Second letters of the country flags, by the first letter. */
const FLAGS = {
  A: 'CDEFGILMOQRSTUWXZ',
  B: 'ABDEFGHIJLMNOQRSTVWYZ',
  C: 'ACDFGHIKLMNOPRUVWXYZ',
  D: 'EGJKMOZ',
  E: 'ACEGHRSTU',
  F: 'IJKMOR',
  G: 'ABDEFGHILMNPQRSTUWY',
  H: 'KMNRTU',
  I: 'CDELMNOQRST',
  J: 'EMOP',
  K: 'EGHIMNPRWYZ',
  L: 'ABCIKRSTUVY',
  M: 'ACDEFGHKLMNOPQRSTUVWXYZ',
  N: 'ACEFGILOPRUZ',
  O: 'M',
  P: 'AEFGHKLMNRSTWY',
  Q: 'A',
  R: 'EOSUW',
  S: 'ABCDEGHIJKLMNORSTVXYZ',
  T: 'ACDFGHJKLMNORTVWZ',
  U: 'AGMNSYZ',
  V: 'ACEGINU',
  W: 'FS',
  X: 'K',
  Y: 'ET',
  Z: 'AMW',
};

/** Source of a `u` expression for an emoji sequence that X's library counts as one. */
export const X_EMOJI = [
  `[👨👩]${SKIN}?\\u200D${PROFESSIONS}`,
  `[${TEXT_DEFAULT_ROLES}](?:${SKIN}|\\uFE0F)\\u200D[♀♂]\\uFE0F`,
  `(?:[${ROLES}]${SKIN}?|[${PAIRS_AND_CREATURES}])\\u200D[♀♂]\\uFE0F`,
  LOVE,
  FAMILIES,
  JOINED,
  '[#*0-9]\\uFE0F?\\u20E3',
  `(?:[${TEXT_DEFAULT_BODIES}]\\uFE0F?|[${BODIES}])${SKIN}?`,
  `[${TEXT_DEFAULT}]\\uFE0F`,
  SUBDIVISIONS,
  ...Object.entries(FLAGS).map(([first, seconds]) => `${indicators(first)}[${indicators(seconds)}]`),
].join('|');

function indicators(letters: string): string {
  return Array.from(letters, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 65 + 0x1f1e6)).join('');
}

function tagCharacters(code: string): string {
  return Array.from(code, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xe0000)).join('');
}
