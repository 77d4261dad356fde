// @ts-check
/*
 * What the buttons and keys of the posting kit do. Without this script the page is a list that can be read whole; nothing
 * here asks for anything over a network. What is copied comes from the data of the page, not from what it shows.
 */
(() => {
  'use strict';

  /**
   * @typedef {{ text: string, mark: string, alts: readonly string[] }} Post
   * @typedef {{ id: string, name: string, posts: readonly Post[] }} Thread
   * @typedef {{ slug: string, server: string, words: Record<string, string>, digits: string, threads: readonly Thread[] }} Kit
   * @typedef {{ post: Post, ordinal: number, element: HTMLElement, thread: Thread }} Card
   * @typedef {{ thread: Thread, section: HTMLElement, tab: HTMLElement | null, cards: readonly Card[] }} Panel
   */

  /** @type {Kit} */
  const kit = JSON.parse(document.getElementById('kit-data')?.textContent ?? '{"words":{},"digits":"","threads":[]}');
  const panels = kit.threads.flatMap((thread) => panelOf(thread));
  const store = openStore();
  /** @type {Panel | undefined} */
  let shown = panels[0];
  /** The card that keys are about. @type {Card | undefined} */
  let current;
  /** Which picture of it comes next when a key is pressed again. @type {Record<string, number>} */
  let turns = {};
  /** What is to be said, or unsaid, next. */
  let saying = 0;
  /** Marks that were cleared, to put them back. @type {string[]} */
  let cleared = [];

  for (const image of all(document, '[data-picture]')) becomeImage(image);
  for (const panel of panels) {
    for (const card of panel.cards) {
      showMark(card);
      setUpReply(card);
      setUpCompose(card);
      card.element.addEventListener('focusin', () => {
        makeCurrent(card);
      });
    }
    setUpServer(panel);
  }
  setUpTabs();
  setUpKeys();
  document.addEventListener('click', onClick);
  one(document, '.forgets').hidden = store.keeps;
  document.documentElement.classList.add('scripted');

  /* What is on the page */

  /** @param {Thread} thread @returns {Panel[]} */
  function panelOf(thread) {
    const section = document.getElementById(thread.id);
    if (!section) return [];
    const cards = all(section, '[data-post]').flatMap((element) => {
      const index = Number(element.dataset['post']);
      const post = thread.posts[index];
      return post ? [{ post, ordinal: index + 1, element, thread }] : [];
    });
    return [{ thread, section, tab: document.getElementById(`tab-${thread.id}`), cards }];
  }

  /** @param {ParentNode} root @param {string} selector @returns {HTMLElement[]} */
  function all(root, selector) {
    return [...root.querySelectorAll(selector)].filter(
      /** @returns {element is HTMLElement} */ (element) =>
        element instanceof HTMLElement || element instanceof SVGElement,
    );
  }

  /** @param {ParentNode} root @param {string} selector @returns {HTMLElement} */
  function one(root, selector) {
    const [element] = all(root, selector);
    if (!element) throw new Error(`There is no ${selector} on this page`);
    return element;
  }

  /** @param {Element} root @param {string} selector @returns {HTMLInputElement | undefined} */
  function field(root, selector) {
    const element = root.querySelector(selector);
    return element instanceof HTMLInputElement ? element : undefined;
  }

  /**
   * What the page says, in its language, with values in the place of the names in braces; numbers in its digits.
   * @param {string} name @param {Record<string, string | number>} [values]
   */
  function words(name, values = {}) {
    return (kit.words[name] ?? '').replace(/\{(\w+)\}/g, (whole, key) => {
      const value = values[key];
      return typeof value === 'number' ? digits(value) : (value ?? whole);
    });
  }

  /** @param {number} value */
  function digits(value) {
    return String(value).replace(/\d/g, (digit) => kit.digits[Number(digit)] ?? digit);
  }

  /** Says what was done, to eyes and ears. @param {string} sentence */
  function say(sentence) {
    const place = one(document, '[data-said]');
    clearTimeout(saying);
    place.textContent = '';
    // A screen reader speaks what changes, so the same words are put there anew
    saying = window.setTimeout(() => {
      place.textContent = sentence;
      saying = window.setTimeout(() => (place.textContent = ''), 8000);
    }, 20);
  }

  /** An image can be dragged into a post and saved by its own menu; a drawing cannot. @param {HTMLElement} drawing */
  function becomeImage(drawing) {
    const image = new Image();
    image.src = document.getElementById(drawing.dataset['from'] ?? '')?.getAttribute('href') ?? '';
    const label = document.getElementById(drawing.getAttribute('aria-labelledby') ?? '');
    image.alt = label?.textContent ?? '';
    Object.assign(image.dataset, drawing.dataset);
    drawing.replaceWith(image);
  }

  /* What is remembered: in this browser only, by draft, platform and text */

  function openStore() {
    /** @type {Map<string, string>} */
    const memory = new Map();
    /** @type {Storage | undefined} */
    let storage;
    try {
      storage = window.localStorage;
      storage.setItem('threadwright', '1');
      storage.removeItem('threadwright');
    } catch {
      storage = undefined;
    }
    return {
      keeps: storage !== undefined,
      /** @param {string} key */
      get: (key) => storage?.getItem(`threadwright/${key}`) ?? memory.get(key),
      /** @param {string} key @param {string | undefined} value */
      set: (key, value) => {
        memory.delete(key);
        try {
          if (value === undefined) storage?.removeItem(`threadwright/${key}`);
          else storage?.setItem(`threadwright/${key}`, value);
        } catch {
          storage = undefined;
        }
        if (value !== undefined && !storage) memory.set(key, value);
      },
    };
  }

  /** @param {Card} card */
  function keyOf({ thread, post }) {
    return `${kit.slug}/${thread.id}/${post.mark}`;
  }

  /** @param {Card} card */
  function isPosted(card) {
    return store.get(keyOf(card)) !== undefined;
  }

  /** @param {Card} card @param {boolean} posted */
  function setPosted(card, posted) {
    store.set(keyOf(card), posted ? '1' : undefined);
    showMark(card);
    showProgress();
  }

  /** @param {Card} card */
  function showMark(card) {
    const posted = isPosted(card);
    card.element.classList.toggle('is-posted', posted);
    one(card.element, '[data-posted]').hidden = !posted;
    one(card.element, '[data-do="mark"]').setAttribute('aria-pressed', String(posted));
  }

  /** @param {Card} card */
  function toggleMark(card) {
    const posted = !isPosted(card);
    setPosted(card, posted);
    const { done, of } = progressOf(shown);
    const name = posted ? (done === of ? 'markedAll' : 'marked') : 'unmarked';
    say(words(name, { post: card.ordinal, done, of }));
  }

  /** @param {Panel | undefined} panel */
  function progressOf(panel) {
    const cards = panel?.cards ?? [];
    return { done: cards.filter(isPosted).length, of: cards.length };
  }

  function showProgress() {
    for (const panel of panels) {
      const { done, of } = progressOf(panel);
      if (panel.tab) one(panel.tab, '[data-tab-count]').textContent = `${digits(done)}/${digits(of)}`;
      panel.tab?.classList.toggle('is-done', done === of);
    }
    const { done, of } = progressOf(shown);
    one(document, '[data-progress]').textContent = words('progress', { done, of });
    one(document, '[data-track]').style.inlineSize = `${of === 0 ? 0 : (100 * done) / of}%`;
  }

  /** @param {HTMLElement} button */
  function clearMarks(button) {
    const cards = panels.flatMap((panel) => panel.cards);
    const again = cleared;
    cleared = again.length > 0 ? [] : cards.filter(isPosted).map(keyOf);
    for (const card of cards) {
      if (again.length === 0) setPosted(card, false);
      else if (again.includes(keyOf(card))) setPosted(card, true);
    }
    button.textContent = words(cleared.length > 0 ? 'putBack' : 'clear');
    say(words(again.length > 0 ? 'areBack' : 'areCleared'));
  }

  /* Platforms */

  function setUpTabs() {
    const [first] = panels;
    const tabs = panels.flatMap(({ tab }) => (tab ? [tab] : []));
    for (const { section, tab, thread } of panels) {
      if (!tab) continue;
      section.setAttribute('role', 'tabpanel');
      section.setAttribute('aria-labelledby', tab.id);
      tab.addEventListener('click', () => {
        showThread(thread.id);
      });
      tab.addEventListener('keydown', (event) => {
        const at = tabs.indexOf(tab);
        // The tabs run as the page does
        const [ahead, back] = document.documentElement.dir === 'rtl' ? [-1, 1] : [1, -1];
        const steps = {
          ArrowRight: at + ahead + tabs.length,
          ArrowLeft: at + back + tabs.length,
          Home: 0,
          End: tabs.length - 1,
        };
        if (!(event.key in steps)) return;
        event.preventDefault();
        const to = tabs[steps[/** @type {keyof typeof steps} */ (event.key)] % tabs.length];
        to?.focus();
        showThread(to?.dataset['tab'] ?? '');
      });
    }
    const asked = location.hash.slice(1).replace(/-\d+$/, '');
    const known = [asked, store.get(`${kit.slug}/tab`)].find((id) => panels.some(({ thread }) => thread.id === id));
    showThread(known ?? first?.thread.id ?? '');
  }

  /** @param {string} id */
  function showThread(id) {
    shown = panels.find(({ thread }) => thread.id === id) ?? shown;
    if (panels.length > 1) {
      for (const panel of panels) {
        panel.section.hidden = panel !== shown;
        panel.tab?.setAttribute('aria-selected', String(panel === shown));
        panel.tab?.setAttribute('tabindex', panel === shown ? '0' : '-1');
      }
      store.set(`${kit.slug}/tab`, shown?.thread.id);
    }
    makeCurrent(nextCard());
    showProgress();
  }

  /* Going from post to post */

  /** @param {Card | undefined} card */
  function makeCurrent(card) {
    if (card === current) return;
    current?.element.classList.remove('is-current');
    card?.element.classList.add('is-current');
    current = card;
    turns = {};
  }

  /** @param {Card | undefined} card */
  function goTo(card) {
    if (!card) return;
    card.element.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    card.element.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  }

  /** @param {number} step */
  function goBy(step) {
    const cards = shown?.cards ?? [];
    const at = current ? cards.indexOf(current) + step : 0;
    goTo(cards[Math.max(0, Math.min(cards.length - 1, at))]);
  }

  function nextCard() {
    return shown?.cards.find((card) => !isPosted(card));
  }

  function goToNext() {
    const next = nextCard();
    if (next) goTo(next);
    else say(words('allPosted', { platform: shown?.thread.name ?? '' }));
  }

  /* Copying */

  /** @param {string} text @param {string} what @param {Element | null} [place] selected where nothing can be copied */
  async function copyText(text, what, place) {
    if ((await wasCopied(text)) || copiedOldWay(text)) {
      say(words('copied', { what }));
      return;
    }
    if (place) getSelection()?.selectAllChildren(place);
    say(words('notCopied', { what }));
  }

  /** @param {string} text */
  async function wasCopied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }

  /** @param {string} text */
  function copiedOldWay(text) {
    /** @param {ClipboardEvent} event */
    const put = (event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    document.addEventListener('copy', put);
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    } finally {
      document.removeEventListener('copy', put);
    }
  }

  /** @param {Card} card @param {number} at */
  function imageOf({ element }, at) {
    const image = element.querySelector(`img[data-picture="${at}"]`);
    return image instanceof HTMLImageElement ? image : undefined;
  }

  /** @param {Card} card @param {number} at */
  async function copyPicture(card, at) {
    const image = imageOf(card, at);
    if (!image) return;
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(image) })]);
      say(words(card.post.alts.length > 1 ? 'copiedOneImage' : 'copiedImage', { image: at + 1, post: card.ordinal }));
    } catch {
      say(words('imageNotCopied'));
    }
  }

  /** @param {HTMLImageElement} image @returns {Promise<Blob>} */
  async function pngOf(image) {
    if (image.src.startsWith('data:image/png')) return blobOf(image.src);
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return new Promise((done, fail) => {
      canvas.toBlob((blob) => {
        if (blob) done(blob);
        else fail(new Error('The image cannot be drawn'));
      }, 'image/png');
    });
  }

  /** @param {string} url a `data:` URL in base64 */
  function blobOf(url) {
    const [head = '', body = ''] = url.split(',', 2);
    const type = /^data:([^;]*)/.exec(head)?.[1] ?? '';
    return new Blob([Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))], { type });
  }

  /** @param {Card} card @param {number} at */
  function download(card, at) {
    const image = imageOf(card, at);
    if (!image) return;
    const address = URL.createObjectURL(blobOf(image.src));
    const link = document.createElement('a');
    link.href = address;
    link.download = image.dataset['name'] ?? '';
    link.click();
    window.setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 60_000);
    say(words('downloaded', { file: link.download }));
  }

  /** @param {Card} card @param {number} at */
  function copyAlt(card, at) {
    const place = all(card.element, '[data-alt]')[at];
    const what = words(card.post.alts.length > 1 ? 'ofOneAlt' : 'ofAlt', { image: at + 1, post: card.ordinal });
    void copyText(card.post.alts[at] ?? '', what, place);
  }

  /* Composing: the page of the platform, and whom a post answers */

  /** @param {Card} card */
  function setUpCompose(card) {
    const link = composeLink(card);
    if (!link) return;
    const own = link.getAttribute('href');
    if (own !== null) link.dataset['own'] = own;
    showCompose(card);
  }

  /** @param {Card} card */
  function composeLink({ element }) {
    const link = element.querySelector('[data-compose]');
    return link instanceof HTMLAnchorElement ? link : undefined;
  }

  /** @param {Card} card */
  function showCompose(card) {
    const link = composeLink(card);
    if (!link) return;
    const own = link.dataset['own'] ?? serverAddress(card);
    const answered = replyTo(card);
    link.href = own + (card.thread.id === 'x' && answered ? `&in_reply_to=${answered}` : '');
    const isReply = card.thread.id === 'x' && answered;
    const name = card.ordinal === 1 ? 'compose' : isReply ? 'composeReply' : 'composeNew';
    one(link, '[data-compose-words]').textContent = words(name);
  }

  /** On Mastodon the page is on one's own server; until that is named, the link leads to where it is asked for. @param {Card} card */
  function serverAddress({ thread, post }) {
    const server = store.get('server') ?? kit.server;
    if (server === '') return `#server-${thread.id}`;
    return `https://${server}/share?text=${encodeURIComponent(post.text)}`;
  }

  /** @param {Panel} panel */
  function setUpServer({ section, cards }) {
    const input = field(section, '[data-server]');
    if (!input) return;
    input.value = store.get('server') ?? kit.server;
    input.addEventListener('input', () => {
      const server = serverOf(input.value);
      input.setAttribute('aria-invalid', String(server === undefined && input.value !== ''));
      store.set('server', server);
      cards.forEach(showCompose);
    });
  }

  /** @param {string} typed a server’s name, an address on it, or a handle */
  function serverOf(typed) {
    const name = typed
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/^.*@/, '')
      .replace(/[/?#].*$/, '');
    return /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}(?::\d+)?$/u.test(name)
      ? name
      : undefined;
  }

  /** @param {Card} card */
  function setUpReply(card) {
    const input = field(card.element, '[data-reply]');
    if (!input) return;
    input.value = store.get(`${keyOf(card)}/reply`) ?? '';
    const show = () => {
      const address = addressOf(input.value);
      const isWrong = input.value !== '' && (card.thread.id === 'x' ? !replyTo(card) : !address);
      input.setAttribute('aria-invalid', String(isWrong));
      const before = card.element.querySelector('[data-before]');
      if (before instanceof HTMLAnchorElement) {
        before.hidden = address === undefined || card.thread.id === 'x';
        if (address) before.href = address;
      }
    };
    input.addEventListener('input', () => {
      store.set(`${keyOf(card)}/reply`, addressOf(input.value));
      show();
      showCompose(card);
    });
    show();
  }

  /** @param {string} typed */
  function addressOf(typed) {
    try {
      const { protocol, href } = new URL(typed.trim());
      return protocol === 'https:' ? href : undefined;
    } catch {
      return undefined;
    }
  }

  /** The number of the post on X that a card answers. @param {Card} card */
  function replyTo({ element }) {
    const typed = field(element, '[data-reply]')?.value.trim() ?? '';
    return /^https:\/\/(?:[a-z]+\.)?(?:x|twitter)\.com\/\w+\/status\/(\d+)/i.exec(typed)?.[1];
  }

  /** @param {Card} card */
  function needsServer(card) {
    return composeLink(card)?.getAttribute('href')?.startsWith('#') ?? false;
  }

  /** @param {Card} card */
  function askForServer({ thread }) {
    document.getElementById(`server-${thread.id}`)?.focus();
    say(words('nameServer'));
  }

  /* Buttons and keys */

  /** @param {MouseEvent} event */
  function onClick(event) {
    if (!(event.target instanceof Element)) return;
    const element = event.target.closest('[data-do], [data-compose]');
    if (!(element instanceof HTMLElement)) return;
    const card = cardAround(element);
    const at = Number(element.dataset['at'] ?? 0);
    if (element.matches('[data-compose]')) {
      if (!card || !needsServer(card)) return;
      event.preventDefault();
      askForServer(card);
      return;
    }
    if (card) makeCurrent(card);
    switch (element.dataset['do']) {
      case 'next':
        goToNext();
        break;
      case 'clear':
        clearMarks(element);
        break;
      case 'warning':
        void copyText(one(document, '[data-warning]').textContent, words('ofWarning'));
        break;
      case 'copy':
        if (card) copyPost(card);
        break;
      case 'mark':
        if (card) toggleMark(card);
        break;
      case 'alt':
        if (card) copyAlt(card, at);
        break;
      case 'picture':
        if (card) void copyPicture(card, at);
        break;
      case 'download':
        if (card) download(card, at);
        break;
    }
  }

  /** @param {Element} element */
  function cardAround(element) {
    const around = element.closest('[data-post]');
    return shown?.cards.find((card) => card.element === around);
  }

  /** @param {Card} card */
  function copyPost(card) {
    void copyText(card.post.text, words('ofPost', { post: card.ordinal }), card.element.querySelector('[data-text]'));
  }

  function setUpKeys() {
    const box = field(document.documentElement, '[data-keys]');
    if (!box) return;
    box.checked = store.get('keys') !== 'off';
    box.addEventListener('change', () => {
      store.set('keys', box.checked ? undefined : 'off');
    });
    document.addEventListener('keydown', (event) => {
      if (!box.checked || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
      if (press(letterOf(event))) event.preventDefault();
    });
  }

  /** With letters of another script on the keys, the key itself says which one it is. @param {KeyboardEvent} event */
  function letterOf({ key, code, shiftKey }) {
    if (key === '؟') return '?';
    const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
    return letter === undefined || shiftKey || /^[a-z]$/i.test(key) ? key : letter;
  }

  /** @param {string} key @returns {boolean} whether it is one of ours */
  function press(key) {
    switch (key) {
      case 'n':
        goToNext();
        return true;
      case 'j':
        goBy(1);
        return true;
      case 'k':
        goBy(-1);
        return true;
      case '?':
        one(document, '.help').toggleAttribute('open', true);
        one(document, '.help summary').focus();
        return true;
      case 'c':
      case 'a':
      case 'i':
      case 'o':
      case 'm':
        if (current) pressOn(current, key);
        else say(words('allPostedGo'));
        return true;
      default:
        return false;
    }
  }

  /** @param {Card} card @param {'c' | 'a' | 'i' | 'o' | 'm'} key */
  function pressOn(card, key) {
    const { post, ordinal } = card;
    if (key === 'c') copyPost(card);
    else if (key === 'm') toggleMark(card);
    else if (key === 'o') composeLink(card)?.click();
    else if (post.alts.length === 0) say(words('noImage', { post: ordinal }));
    else {
      const turn = turns[key] ?? 0;
      turns[key] = (turn + 1) % post.alts.length;
      if (key === 'a') copyAlt(card, turn);
      else void copyPicture(card, turn);
    }
  }
})();
