import type { LocalePack } from '../figure/locale.js';
import { inHouse, localePack } from '../figure/locale-pack.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import type { Answers } from '../model/answers.js';
import type { Draft, Template } from '../model/draft.js';
import type { ChartText, Figure, Rich, Story, StoryPost } from '../model/story.js';
import { targetName, type Target } from '../model/target.js';
import { figureIds } from './figure-ids.js';
import { fillFlow, type FilledFlow } from './fill-flow.js';
import { fillTemplate, plainText } from './fill-inline.js';
import type { Filling } from './filling.js';
import { fillTables } from './fill-tables.js';
import { listMedia, MediaNumbers } from './list-media.js';
import { refusePosts, resolvePosts, type ResolvePostsOptions } from './resolve-posts.js';
import { refuseLongPosts } from './refuse-long-posts.js';
import { reportStrayReferences, resolveInPage, resolveInPost } from './resolve-references.js';
import type { Scope } from '../expression/scope.js';
import { splitPosts } from './split-posts.js';

/** Fills a draft for one target; a tag that cannot be filled is a message and leaves a dash. */
export function fillDraft(
  draft: Draft,
  answers: Answers,
  target: Target,
  locale: LocalePack = localePack(draft.frontMatter.lang),
): Outcome<Story> {
  const messages: Message[] = [];
  const figures: Figure[] = [];
  const filling: Filling = {
    draft,
    ids: figureIds(draft),
    messages,
    figures,
    references: new Set(),
    loops: { rounds: 0 },
    failures: 0,
  };
  const scope = outermost({ draft, answers, target, locale });
  const { frontMatter } = draft;
  const fill = (template: Template): Rich => fillTemplate(template, scope, filling);
  const head = {
    target,
    title: fill(frontMatter.title),
    kicker: frontMatter.kicker && fill(frontMatter.kicker),
    standfirst: frontMatter.standfirst && fill(frontMatter.standfirst),
    description: frontMatter.description && fill(frontMatter.description),
    keyFigures: frontMatter.keyFigures.map(({ value, label }) => ({ value: fill(value), label: fill(label) })),
  };
  const chartTexts = fillChartTexts(draft, scope, filling);
  const flow = fillFlow(draft.body, scope, filling);
  const shown =
    target.kind === 'thread'
      ? thread(flow, filling, { platform: target.platform, numbering: frontMatter.numbering, locale })
      : page(flow, filling, { page: target.kind, locale });
  const tables = fillTables(shown.media, scope, filling);
  reportStrayReferences(filling);
  const posts = postsOfFigures(shown.posts);
  const placed = figures.map((figure) => ({ ...figure, post: posts.get(figure.id) }));
  return { value: { ...head, ...shown, chartTexts, tables, figures: placed }, messages };
}

function outermost({ draft, answers, target, locale }: Outermost): Scope {
  const { date, asOf, styles } = draft.frontMatter;
  const name = targetName(target);
  const helpers = {
    locale: inHouse(locale, styles[name]),
    style: styles[name],
    date,
    asOf,
    target: name,
    spellNumbers: false,
  };
  return { draft, answers, target, helpers, locals: new Map(), loop: undefined, round: '', inputs: [] };
}

function fillChartTexts(draft: Draft, scope: Scope, filling: Filling): Map<string, ChartText[]> {
  return new Map(
    draft.charts.map(({ name, texts }) => [
      name,
      texts.map(({ path, template }) => {
        const words = fillTemplate(template, scope, filling);
        return { path, words, text: plainText(words) };
      }),
    ]),
  );
}

interface Outermost {
  readonly draft: Draft;
  readonly answers: Answers;
  readonly target: Target;
  readonly locale: LocalePack;
}

function thread(
  flow: readonly FilledFlow[],
  filling: Filling,
  options: ResolvePostsOptions,
): Pick<Story, 'posts' | 'body' | 'media'> {
  const numbers = new MediaNumbers();
  const split = refuseLongPosts(splitPosts(flow, filling), filling);
  resolvePosts(split, filling, options);
  const posts = split.map((post): StoryPost => {
    const media = listMedia(post.children, numbers);
    resolveInPost(post.children, media, filling, options.locale);
    return { ...post, media };
  });
  return { posts, body: [], media: posts.flatMap(({ media }) => media) };
}

function page(
  flow: readonly FilledFlow[],
  filling: Filling,
  { page, locale }: { readonly page: 'brief' | 'report'; readonly locale: LocalePack },
): Pick<Story, 'posts' | 'body' | 'media'> {
  const body = flow
    .filter((node) => node.type !== 'omitted')
    .filter(({ type }) => type !== 'thematicBreak' && type !== 'post');
  const media = listMedia(body, new MediaNumbers());
  resolveInPage(body, media, filling, locale);
  refusePosts(filling, page);
  return { posts: [], body, media };
}

/** The post that each figure and claim stands in, counted from 1. */
function postsOfFigures(posts: readonly StoryPost[]): Map<string, number> {
  const found = new Map<string, number>();
  const look = (node: unknown, post: number): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && (node.type === 'figure' || node.type === 'claim') && 'id' in node)
      found.set(String(node.id), post);
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) for (const child of value) look(child, post);
      else if (typeof value === 'object') look(value, post);
    }
  };
  posts.forEach(({ children }, index) => {
    for (const node of children) look(node, index + 1);
  });
  return found;
}
