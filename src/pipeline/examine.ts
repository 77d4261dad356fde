import { checkSchema } from '../chart/check-schema.js';
import type { Wording } from '../chart/describe-chart.js';
import { describeMedia } from '../chart/describe-media.js';
import { prepareChart } from '../chart/prepare-chart.js';
import { checkAltLength } from '../check/check-alt-length.js';
import { checkAlt } from '../check/check-alt.js';
import { checkLanguage } from '../check/check-language.js';
import type { checkMediaSize } from '../check/check-media-size.js';
import { checkPosts } from '../check/check-posts.js';
import { checkSigns } from '../check/check-signs.js';
import { checkSplits } from '../check/check-splits.js';
import { judgeClaims } from '../check/judge-claims.js';
import { lintClaims } from '../check/lint-claims.js';
import { lintFloatingSums } from '../check/lint-floating-sums.js';
import { lintHashtags } from '../check/lint-hashtags.js';
import { lintProse } from '../check/lint-prose.js';
import { lintQueries } from '../check/lint-queries.js';
import { lintTags } from '../check/lint-tags.js';
import { lintThreads } from '../check/lint-threads.js';
import type { Outcome } from '../diagnostic/message.js';
import { setLevels } from '../diagnostic/set-levels.js';
import { hasErrors } from '../diagnostic/tidy-messages.js';
import { checkReferences } from '../fill/check-references.js';
import { fillDraft } from '../fill/fill-draft.js';
import type { Answers } from '../model/answers.js';
import type { PreparedChart } from '../model/chart.js';
import type { Draft, ImportedFile } from '../model/draft.js';
import type { PlannedAttachment } from '../model/page.js';
import type { SourceFile } from '../model/position.js';
import type { FoundImages } from '../model/publication.js';
import type { Story, StoryMedia } from '../model/story.js';
import type { PreparedTable } from '../model/table-picture.js';
import { targetName, type Output } from '../model/target.js';
import type { Thread } from '../model/thread.js';
import { importQueries } from '../parse/import-queries.js';
import { parseDraft } from '../parse/parse-draft.js';
import { platformsOf } from '../platform/platforms-of.js';
import { planQueries } from '../query/plan-queries.js';
import { runQueries } from '../query/run-queries.js';
import { explainSplits } from '../record/explain-splits.js';
import { planAttachments } from '../render/report/plan-attachments.js';
import { describeTables } from '../render/thread/describe-tables.js';
import { prepareTables } from '../render/thread/prepare-tables.js';
import { renderThread } from '../render/thread/render-thread.js';
import { collect } from './collect.js';
import type { ExamineOptions, Eyes } from './hands.js';
import { mediaFile } from './media-file.js';
import { targetsOf } from './targets-of.js';

/** Everything that is known of a draft before anything is drawn. */
export interface Examined {
  readonly draft: Draft;
  readonly imported: readonly ImportedFile[];
  readonly answers: Answers;
  /** One for each target of the draft, so that the record is whole whatever is rendered. */
  readonly stories: readonly Story[];
  /** The same before charts lent their descriptions to them. */
  readonly judged: readonly Story[];
  /** Those of the outputs that were asked for. */
  readonly wanted: readonly Story[];
  readonly threads: readonly Thread[];
  readonly images: FoundImages;
  readonly charts: readonly PreparedChart[];
  /** Those that the threads show. */
  readonly tables: readonly PreparedTable[];
  /** Outputs that there are when all is written. */
  readonly present: readonly Output[];
  /** What the report is to carry. */
  readonly attachments: readonly PlannedAttachment[];
}

/** The steps that `publish` and `check` share; what failed is left out, and the rest is looked at all the same. */
export async function examine(
  source: SourceFile,
  eyes: Eyes,
  options: ExamineOptions,
): Promise<Outcome<Examined | undefined>> {
  const { take, messages } = collect();
  const step = options.onStep ?? (() => undefined);

  step('parse');
  const parsed = take(parseDraft(source, options));
  const files = parsed && take(await eyes.readImports(parsed));
  if (!files) return { value: undefined, messages };
  const draft = { ...take(importQueries(parsed, files)), instance: take(await eyes.readInstance(parsed)) };
  messages.push(...checkLanguage(draft));

  step('query');
  const answers = take(await ask(draft, eyes));

  step('fill');
  const filled = targetsOf(draft).map((target) => take(fillDraft(draft, answers, target)));
  const judged = take(judgeClaims(filled, draft));
  const isWanted = ({ target }: Story): boolean => options.only.includes(target.kind);
  const asked = judged.filter(isWanted);
  const media = asked.flatMap((story) => story.media);
  const charts: PreparedChart[] = [];
  const main = judged.find((story) => !isThread(story)) ?? judged[0];
  for (const chart of shownCharts(draft, media)) {
    const texts = main?.chartTexts.get(chart.name) ?? [];
    const { value, messages: found } = prepareChart(chart, texts, answers, draft.source, wording(draft, main));
    const strict = await checkSchema(chart, draft.source, found);
    messages.push(...found, ...strict);
    if (value && !hasErrors(strict)) charts.push(value);
  }
  const alts = new Map(charts.map(({ name, alt }) => [name, alt]));
  messages.push(
    ...checkAlt(media, alts, draft.source),
    ...checkSigns(draft),
    ...lintTags(draft),
    ...lintProse(asked, draft),
  );
  messages.push(
    ...lintQueries(draft, answers),
    ...lintFloatingSums(draft, answers),
    ...lintClaims(judged, draft, answers),
  );

  const tables = prepareTables(asked.filter(isThread), draft, answers);
  messages.push(...tables.flatMap((table) => eyes.checkTable(table)));

  const { lang } = draft.frontMatter;
  const described = judged.map((story) => describeTables(describeMedia(story, alts), tables, lang));
  // Those that nobody asked for too: what is on record tells which post a figure stands in
  const rendered = described.map((story) => (isThread(story) ? renderThread(story, threadOptions(draft)) : undefined));
  const stories = described.map((story, index) => rendered[index]?.story ?? story);
  const wanted = stories.filter(isWanted);
  const recorded = { draft, answers, stories, charts };
  const growth = rendered.some((one) => one?.value.splits[0]) ? (options.growth?.(recorded) ?? []) : [];
  const threads = rendered.flatMap((one) =>
    one && isWanted(one.story) ? [explainSplits(take(one), stories, growth)] : [],
  );
  // A post that an error took away is no news
  if (!hasErrors(messages)) messages.push(...wanted.filter(isThread).flatMap((story) => checkPosts(story, draft)));
  messages.push(...lintThreads(threads, draft), ...lintHashtags(threads, draft));
  messages.push(...checkSplits(threads, draft.source));
  for (const [index, story] of wanted.filter(isThread).entries()) {
    const thread = threads[index];
    if (thread) messages.push(...checkAltLength(thread, story, mediaOptions(thread, draft)));
  }
  const images = take(await eyes.findImages(draft, media));
  const attachments = wanted.some(({ target }) => target.kind === 'report')
    ? take(planAttachments(draft, answers, files))
    : [];
  messages.push(...(options.review?.(recorded, messages) ?? []));
  const levelled = setLevels(messages, draft.frontMatter.lints);
  const present = [...options.only, ...(options.beside ?? [])];
  return {
    value: {
      draft,
      imported: files,
      answers,
      stories,
      judged,
      wanted,
      threads,
      images,
      charts,
      tables,
      present,
      attachments,
    },
    messages: levelled,
  };
}

/** Asks the engine: load and lock, plan, check every name, then run; without queries no engine starts. */
async function ask(draft: Draft, eyes: Eyes): Promise<Outcome<Answers>> {
  const none: Answers = { tables: new Map(), failed: new Set(), queries: [], sources: [], engine: '' };
  if (draft.queries.length === 0 && draft.frontMatter.data.length === 0)
    return { value: none, messages: checkReferences(draft, new Map()) };
  await using engine = await eyes.openEngine();
  const { value: sources, messages: loading } = await eyes.loadData(draft, engine);
  const { value: plan, messages: planning } = await planQueries(draft, engine, sources);
  const references = checkReferences(draft, plan.columns);
  const { value, messages: running } = await runQueries(plan, engine);
  return { value, messages: [...loading, ...planning, ...references, ...running] };
}

function wording({ frontMatter }: Draft, story: Story | undefined): Wording {
  const { lang, styles, date } = frontMatter;
  const target = story ? targetName(story.target) : 'brief';
  return { lang, style: styles[target], date, target };
}

/** True for a story that becomes a thread. */
export function isThread(story: Story): boolean {
  return story.target.kind === 'thread';
}

function threadOptions(draft: Draft): Parameters<typeof renderThread>[1] {
  const { source, frontMatter } = draft;
  const { lang, numbering, split, breaks, tagFirstMention, baseUrl } = frontMatter;
  const platforms = platformsOf(draft);
  return { source, lang, platforms, numbering, split, breaks, tagFirstMention, baseUrl, mediaFile };
}

/** What is checked of a thread's media is held against its platform as the draft knows it. */
export function mediaOptions({ platform }: Thread, draft: Draft): Parameters<typeof checkMediaSize>[2] {
  return { source: draft.source, platform: platformsOf(draft)[platform] };
}

function shownCharts(draft: Draft, media: readonly StoryMedia[]): Draft['charts'] {
  return draft.charts.filter(({ name }) => media.some((shown) => shown.kind === 'chart' && shown.name === name));
}
