import { checkAlt } from './check/check-alt.js';
import { checkAltLength } from './check/check-alt-length.js';
import { checkFonts } from './check/check-fonts.js';
import { checkLanguage } from './check/check-language.js';
import { checkMediaSize, type PictureSize } from './check/check-media-size.js';
import { checkPosts } from './check/check-posts.js';
import { checkSplits } from './check/check-splits.js';
import { checkSigns } from './check/check-signs.js';
import { judgeClaims } from './check/judge-claims.js';
import { reviseClaims } from './check/revise-claims.js';
import { lintClaims } from './check/lint-claims.js';
import { lintHashtags } from './check/lint-hashtags.js';
import { lintProse } from './check/lint-prose.js';
import { lintQueries } from './check/lint-queries.js';
import { lintTags } from './check/lint-tags.js';
import { lintThreads } from './check/lint-threads.js';
import { checkSchema } from './chart/check-schema.js';
import type { Wording } from './chart/describe-chart.js';
import { describeMedia } from './chart/describe-media.js';
import { prepareChart } from './chart/prepare-chart.js';
import type { Message, Outcome } from './diagnostic/message.js';
import { messageAt } from './diagnostic/create-message.js';
import { dropEchoes } from './diagnostic/drop-echoes.js';
import { setLevels } from './diagnostic/set-levels.js';
import { hasErrors, tidyMessages } from './diagnostic/tidy-messages.js';
import type { Drawer } from './draw/open-drawer.js';
import type { OpenEngine } from './engine/open-engine.js';
import type { Printer } from './browser/open-printer.js';
import { checkReferences } from './fill/check-references.js';
import { fillDraft } from './fill/fill-draft.js';
import type { Fitted } from './image/fit-image.js';
import type { ClaimRevision } from './model/claim-revision.js';
import type { CardWords } from './model/card.js';
import type { Answers, SourceRecord } from './model/answers.js';
import type { Growth } from './model/growth.js';
import type { PreparedChart } from './model/chart.js';
import type { Draft, ImportedFile } from './model/draft.js';
import type { ImageLimits } from './model/image-limits.js';
import type { MastodonInstance } from './model/instance.js';
import type {
  Attachment,
  Brief,
  Kit,
  PageParts,
  PlannedAttachment,
  PostFile,
  Report,
  Templates,
} from './model/page.js';
import type { Picture } from './model/picture.js';
import type { SourceFile } from './model/position.js';
import type { FoundImages, ImageFile, Publication, ReadyImage } from './model/publication.js';
import type { Recorded } from './model/recorded.js';
import type { Step } from './model/step.js';
import type { Story, StoryMedia } from './model/story.js';
import type { PreparedTable, TablePicture } from './model/table-picture.js';
import type { Thread } from './model/thread.js';
import type { Variation } from './model/variation.js';
import { OUTPUTS, targetName, type Output, type Target } from './model/target.js';
import { importQueries } from './parse/import-queries.js';
import { parseDraft, type ParseOptions } from './parse/parse-draft.js';
import { mediaLimits } from './platform/media-limits.js';
import { platformsOf } from './platform/platforms-of.js';
import { planQueries } from './query/plan-queries.js';
import { runQueries } from './query/run-queries.js';
import { explainSplits } from './record/explain-splits.js';
import { renderBrief } from './render/brief/render-brief.js';
import { renderKit } from './render/kit/render-kit.js';
import { planAttachments } from './render/report/plan-attachments.js';
import { renderReport } from './render/report/render-report.js';
import { describeTables } from './render/thread/describe-tables.js';
import { prepareTables } from './render/thread/prepare-tables.js';
import { renderThread } from './render/thread/render-thread.js';
import { varyDraft, type VaryOptions } from './vary-draft.js';

export interface ExamineOptions extends ParseOptions {
  /** The outputs to make, among those the draft asks for. */
  readonly only: readonly Output[];
  /** The tool's name and version, for the record. */
  readonly tool: string;
  /** Told when a step begins. */
  readonly onStep?: ((step: Step) => void) | undefined;
  /** Has a say in the words before anything is drawn. */
  readonly review?: ((recorded: Recorded) => readonly Message[]) | undefined;
  /** Says which figures have grown since somebody accepted them. */
  readonly growth?: ((recorded: Recorded) => readonly Growth[]) | undefined;
}

/** What looks at the world for the stages; each is opened when it is first needed. */
export interface Eyes {
  /** Without a value when a file of the draft's `imports` cannot be read. */
  readonly readImports: (draft: Draft) => Promise<Outcome<readonly ImportedFile[] | undefined>>;
  /** What the draft's Mastodon server says it takes, where a file with its answer is named. */
  readonly readInstance: (draft: Draft) => Promise<Outcome<MastodonInstance | undefined>>;
  readonly openEngine: () => Promise<OpenEngine>;
  readonly loadData: (draft: Draft, engine: OpenEngine) => Promise<Outcome<readonly SourceRecord[]>>;
  readonly findImages: (draft: Draft, media: readonly StoryMedia[]) => Promise<Outcome<FoundImages>>;
  readonly templates: Templates;
  /** The characters that no bundled font has. */
  readonly missingCharacters: (characters: string) => readonly string[];
  /** Says why a table cannot be a picture. */
  readonly checkTable: (table: PreparedTable) => readonly Message[];
}

/** What makes outputs. */
export interface Hands extends Eyes {
  readonly readAttachments: (
    draft: Draft,
    planned: readonly PlannedAttachment[],
  ) => Promise<Outcome<readonly Attachment[]>>;
  readonly readImages: (
    draft: Draft,
    found: FoundImages,
    limitsOf: (name: string) => ImageLimits | undefined,
  ) => Promise<Outcome<ReadonlyMap<string, ReadyImage>>>;
  /** Makes the picture of a chart or a table smaller where a platform would refuse it. */
  readonly fitDrawing: (drawing: Pick<TablePicture, 'png' | 'pixels'>, limits: ImageLimits) => Promise<Fitted>;
  readonly drawer: Drawer;
  readonly drawCard: (words: CardWords) => Promise<Uint8Array>;
  readonly drawTable: (table: PreparedTable) => Promise<TablePicture>;
  readonly printer: Printer;
  readonly fontFaces: PageParts['fontFaces'];
}

/**
 * Turns a draft into everything it asks for. Problems are collected as far as they can be found;
 * with an error among them there is no publication, and nothing is drawn or printed after one.
 *
 *     text, imported SQL ─parse→ Draft ─query→ Answers ─fill→ Story a target ─check→ messages
 *                                                         ├─chart→ PreparedChart, PreparedTable ─draw→ Picture
 *                                                         └─render→ Thread, Kit, Brief, Report ─print→ PDF
 */
export async function publish(
  source: SourceFile,
  hands: Hands,
  options: ExamineOptions,
): Promise<Outcome<Publication | undefined>> {
  const { take, messages } = collect();
  const failed = (): Outcome<undefined> => ({ value: undefined, messages: tidyMessages(messages) });
  const step = options.onStep ?? (() => undefined);

  const examined = take(await examine(source, hands, options));
  if (!examined || hasErrors(messages)) return failed();
  const { draft, answers } = examined;
  const ready = take(await hands.readImages(draft, examined.images, (name) => limitsOf('file', name, examined)));
  const images = new Map([...ready].map(([name, { post }]) => [name, post]));
  const threads = examined.threads.map((thread) => withImageTypes(thread, images));

  step('chart');
  const pictures: Picture[] = [];
  for (const chart of examined.charts) {
    const picture = take(await hands.drawer.draw(chart, outputsWith(chart, examined.wanted)));
    if (picture) pictures.push(take(await fitPicture('chart', picture, examined, hands)));
  }
  const tables: TablePicture[] = [];
  for (const table of examined.tables)
    tables.push(take(await fitPicture('table', await hands.drawTable(table), examined, hands)));
  const sizes = new Map<string, PictureSize>([
    ...pictures.map(({ name, png, pixels }) => [mediaFile({ kind: 'chart', name }), sizeOf(png, pixels)] as const),
    ...tables.map(({ name, png, pixels }) => [mediaFile({ kind: 'table', name }), sizeOf(png, pixels)] as const),
    ...[...images].map(([name, image]) => [imageFile(name, image.type), sizeOf(image.bytes, image)] as const),
  ]);
  messages.push(...threads.flatMap((thread) => checkMediaSize(thread, sizes, mediaOptions(thread, draft))));
  if (hasErrors(messages)) return failed();

  step('render');
  const {
    kit,
    brief,
    report,
    stories: recorded,
  } = take(
    await renderPages({ ...examined, threads }, hands, {
      pictures: new Map(pictures.map((picture) => [picture.name, picture])),
      images: new Map([...ready].map(([path, { page }]) => [path, dataUrl(page)])),
      files: postFiles({ pictures, tables, images }),
      fontFaces: hands.fontFaces,
      tool: options.tool,
    }),
  );
  if (hasErrors(messages)) return failed();

  let pdf: Uint8Array | undefined;
  if (report) {
    step('print');
    const attachments = take(await hands.readAttachments(draft, examined.attachments));
    if (hasErrors(messages)) return failed();
    pdf = take(await hands.printer.print({ ...report, attachments }, source.path));
    if (hasErrors(messages)) return failed();
  }
  const publication: Publication = {
    draft,
    answers,
    stories: recorded,
    threads,
    kit: kit?.html,
    brief: brief?.html,
    card: brief && (await hands.drawCard(brief.card)),
    report: pdf,
    pictures,
    tables,
    images,
    browser: pdf && hands.printer.running()?.version,
  };
  return { value: publication, messages: tidyMessages(messages) };
}

/**
 * Finds what is wrong with a draft and makes nothing: every step of `publish` but drawing and printing, each as far as
 * it can go, whatever the steps before it found.
 */
export async function check(
  source: SourceFile,
  eyes: Eyes,
  options: ExamineOptions,
): Promise<Outcome<Checked | undefined>> {
  const { take, messages } = collect();
  const examined = take(await examine(source, eyes, options));
  if (!examined) return { value: undefined, messages: tidyMessages(messages) };
  options.onStep?.('render');
  take(await renderPages(examined, eyes, { ...blankMedia(examined), fontFaces: noFonts, tool: options.tool }));
  const { draft, answers, stories, charts } = examined;
  const recorded = { draft, answers, stories, charts };
  const said = { draft, answers, targets: examined.judged.map(({ target }) => target) };
  return {
    value: { recorded, revise: () => revise(examined, options), vary: (wanted) => varyDraft(said, eyes, wanted) },
    messages: tidyMessages(messages),
  };
}

/** What a check found. */
export interface Checked {
  readonly recorded: Recorded;
  /** Says what the draft would be if the words of its false claims followed the data. */
  readonly revise: () => ClaimRevision;
  /** Says what the draft would say under other data. */
  readonly vary: (options: VaryOptions) => Promise<Variation>;
}

function revise({ draft, answers, judged, imported }: Examined, options: ExamineOptions): ClaimRevision {
  const { source } = draft;
  const errors = (messages: readonly Message[]): number =>
    messages.filter(({ severity }) => severity === 'error').length;
  const before = errors(parseDraft(source, options).messages);
  return reviseClaims(judged, draft, (text) => {
    const { value: parsed, messages } = parseDraft({ ...source, text }, options);
    if (!parsed || errors(messages) > before) return undefined;
    const again = importQueries(parsed, imported).value;
    const filled = targets(again).map((target) => fillDraft(again, answers, target).value);
    return judgeClaims(filled, again).value;
  });
}

/** Everything that is known of a draft before anything is drawn. */
interface Examined {
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
  /** What the report is to carry. */
  readonly attachments: readonly PlannedAttachment[];
}

/** The steps that `publish` and `check` share; what failed is left out, and the rest is looked at all the same. */
async function examine(
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
  const filled = targets(draft).map((target) => take(fillDraft(draft, answers, target)));
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
  messages.push(...lintQueries(draft, answers), ...lintClaims(judged, draft, answers));

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
  messages.push(...(options.review?.(recorded) ?? []));
  const levelled = setLevels(messages, draft.frontMatter.lints);
  return {
    value: { draft, imported: files, answers, stories, judged, wanted, threads, images, charts, tables, attachments },
    messages: levelled,
  };
}

/** Collects what stages say, but for what only follows from an error said before. */
function collect(): { readonly take: <T>(outcome: Outcome<T>) => T; readonly messages: Message[] } {
  const messages: Message[] = [];
  return {
    messages,
    take: ({ value, messages: found }) => {
      messages.push(...dropEchoes(found, messages));
      return value;
    },
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

function targets({ frontMatter }: Draft): Target[] {
  return OUTPUTS.filter((output) => frontMatter.outputs.includes(output)).flatMap((output): Target[] =>
    output === 'thread' ? frontMatter.platforms.map((platform) => ({ kind: 'thread', platform })) : [{ kind: output }],
  );
}

function wording({ frontMatter }: Draft, story: Story | undefined): Wording {
  const { lang, styles, date } = frontMatter;
  const target = story ? targetName(story.target) : 'brief';
  return { lang, style: styles[target], date, target };
}

function isThread(story: Story): boolean {
  return story.target.kind === 'thread';
}

function threadOptions(draft: Draft): Parameters<typeof renderThread>[1] {
  const { source, frontMatter } = draft;
  const { lang, numbering, split, breaks, tagFirstMention, baseUrl } = frontMatter;
  const platforms = platformsOf(draft);
  return { source, lang, platforms, numbering, split, breaks, tagFirstMention, baseUrl, mediaFile };
}

/** What a picture may be in the posts that show it. */
function limitsOf(kind: StoryMedia['kind'], name: string, { threads, draft }: Examined): ImageLimits | undefined {
  return mediaLimits({ kind, name }, threads, platformsOf(draft));
}

/** Makes a picture smaller where a platform that shows it would refuse it, and says so. */
async function fitPicture<T extends Pick<TablePicture, 'name' | 'png' | 'pixels'>>(
  kind: 'chart' | 'table',
  picture: T,
  examined: Examined,
  { fitDrawing }: Hands,
): Promise<Outcome<T>> {
  const { name } = picture;
  const limits = limitsOf(kind, name, examined);
  if (!limits) return { value: picture, messages: [] };
  const { image, done } = await fitDrawing(picture, limits);
  const value = { ...picture, png: image.bytes, pixels: { width: image.width, height: image.height } };
  const shown = examined.wanted.flatMap(({ media }) => media).find((one) => one.kind === kind && one.name === name);
  if (done.length === 0 || !shown) return { value, messages: [] };
  const reason = `The picture \`${name}\` is published ${done.join(', ')}`;
  const note = 'So that every platform of the draft takes it';
  return { value, messages: [messageAt(examined.draft.source, shown.span, 'image-changed', reason, note)] };
}

function sizeOf({ byteLength }: Uint8Array, { width, height }: Omit<PictureSize, 'bytes'>): PictureSize {
  return { bytes: byteLength, width, height };
}

/** The posts of a thread with their image files where these lie once they are made ready. */
function withImageTypes(thread: Thread, images: ReadonlyMap<string, ImageFile>): Thread {
  const posts = thread.posts.map((post) => ({
    ...post,
    media: post.media.map((shown) => {
      const image = shown.kind === 'file' ? images.get(shown.name) : undefined;
      return image ? { ...shown, file: imageFile(shown.name, image.type) } : shown;
    }),
  }));
  return { ...thread, posts };
}

function mediaOptions({ platform }: Thread, draft: Draft): Parameters<typeof checkMediaSize>[2] {
  return { source: draft.source, platform: platformsOf(draft)[platform] };
}

/** Where a post's picture lies in the draft's output folder: no two files share a place. */
export function mediaFile({ kind, name }: Pick<StoryMedia, 'kind' | 'name'>): string {
  if (kind !== 'file') return `${kind}s/${name}.png`;
  const steps = name.split('/').filter((step) => step !== '.' && step !== '');
  const way = steps.map((step) => (step === '..' ? '_' : step.replaceAll('\\', '_')));
  return ['images', ...(name.startsWith('/') ? ['_root'] : []), ...way].join('/');
}

/** Where an image file lies: its name has the ending of what it is, behind its own where that says otherwise. */
export function imageFile(name: string, type: string): string {
  const file = mediaFile({ kind: 'file', name });
  const endings = ENDINGS[type] ?? [];
  return endings.some((ending) => file.toLowerCase().endsWith(ending)) ? file : `${file}${endings[0] ?? ''}`;
}

const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/webp': ['.webp'],
};

/** The outputs that show a chart. */
function outputsWith({ name }: PreparedChart, stories: readonly Story[]): readonly Output[] {
  const shows = ({ media }: Story): boolean => media.some((shown) => shown.kind === 'chart' && shown.name === name);
  return OUTPUTS.filter((output) => stories.some((story) => story.target.kind === output && shows(story)));
}

function shownCharts(draft: Draft, media: readonly StoryMedia[]): Draft['charts'] {
  return draft.charts.filter(({ name }) => media.some((shown) => shown.kind === 'chart' && shown.name === name));
}

/** What stands on a page besides words, and how its fonts are made. */
interface Dressing extends Pick<PageParts, 'pictures' | 'images' | 'fontFaces' | 'tool'> {
  /** The pictures of posts, by their path in the draft's output folder. */
  readonly files: ReadonlyMap<string, PostFile>;
}

async function renderPages(
  { draft, answers, stories, wanted, attachments, threads }: Examined,
  { templates, missingCharacters }: Eyes,
  dressing: Dressing,
): Promise<
  Outcome<{
    readonly kit: Kit | undefined;
    readonly brief: Brief | undefined;
    readonly report: Report | undefined;
    readonly stories: readonly Story[];
  }>
> {
  const { take, messages } = collect();
  const storyOf = (kind: Output): Story | undefined => wanted.find(({ target }) => target.kind === kind);
  const parts = (page: 'brief' | 'report'): PageParts => ({
    ...dressing,
    draft,
    answers,
    attachments,
    templates,
    fontFaces: (characters) => {
      messages.push(...checkFonts(page, missingCharacters(characters), draft.source));
      return dressing.fontFaces(characters);
    },
  });
  const forKit = wanted.find(isThread);
  const kit = forKit && take(await renderKit(forKit, { ...dressing, draft, answers, templates, threads }));
  const [forBrief, forReport] = [storyOf('brief'), storyOf('report')];
  const brief = forBrief && take(await renderBrief(forBrief, parts('brief')));
  const report = forReport && take(await renderReport(forReport, parts('report')));
  const recorded = stories.map((story) =>
    withFigures(story, { thread: story === forKit ? kit : undefined, brief, report }),
  );
  return { value: { kit, brief, report, stories: recorded }, messages };
}

/** The figures of a page's templates are on record with those of its draft. */
function withFigures(
  story: Story,
  pages: { readonly thread: Kit | undefined; readonly brief: Brief | undefined; readonly report: Report | undefined },
): Story {
  const page = pages[story.target.kind];
  return page?.figures ? { ...story, figures: [...story.figures, ...page.figures] } : story;
}

/** The pictures of posts, by their path in the draft's output folder. */
function postFiles({
  pictures,
  tables,
  images,
}: Pick<Publication, 'pictures' | 'tables' | 'images'>): ReadonlyMap<string, PostFile> {
  const drawn =
    (kind: 'chart' | 'table') =>
    ({ name, png, pixels }: Pick<Picture, 'name' | 'png' | 'pixels'>): [string, PostFile] => [
      mediaFile({ kind, name }),
      { bytes: png, type: 'image/png', width: pixels.width, height: pixels.height },
    ];
  return new Map([
    ...pictures.map(drawn('chart')),
    ...tables.map(drawn('table')),
    ...[...images].map(([name, image]): [string, PostFile] => [imageFile(name, image.type), image]),
  ]);
}

function dataUrl({ bytes, type }: ImageFile): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Stands for every picture of a page that nobody will see. */
function blankMedia({ wanted }: Examined): Pick<Dressing, 'pictures' | 'images' | 'files'> {
  const names = wanted.flatMap(({ media }) => media.map(({ name }) => name));
  const blank = {
    words: { title: '', subtitle: '', source: undefined },
    inline: '',
    paper: '',
    narrow: undefined,
    file: '',
  };
  const size = { width: 0, height: 0 };
  const pictureOf = (name: string): Picture => ({ name, ...blank, ...size, png: new Uint8Array(), pixels: size });
  return {
    pictures: new Map(names.map((name) => [name, pictureOf(name)])),
    images: new Map(names.map((name) => [name, 'data:image/png,'])),
    files: new Map(),
  };
}

function noFonts(): Promise<string> {
  return Promise.resolve('');
}
