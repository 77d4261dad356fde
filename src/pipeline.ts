import { checkAlt } from './check/check-alt.js';
import { checkClaims } from './check/check-claims.js';
import { checkFonts } from './check/check-fonts.js';
import { checkLanguage } from './check/check-language.js';
import { checkMediaSize } from './check/check-media-size.js';
import { checkPosts } from './check/check-posts.js';
import { checkSchema } from './chart/check-schema.js';
import { prepareChart } from './chart/prepare-chart.js';
import type { Message, Outcome } from './diagnostic/message.js';
import { hasErrors, tidyMessages } from './diagnostic/tidy-messages.js';
import type { Drawer } from './draw/open-drawer.js';
import type { OpenEngine } from './engine/open-engine.js';
import type { Printer } from './browser/open-printer.js';
import { checkReferences } from './fill/check-references.js';
import { fillDraft } from './fill/fill-draft.js';
import type { Answers, SourceRecord } from './model/answers.js';
import type { PreparedChart } from './model/chart.js';
import type { Draft } from './model/draft.js';
import type { PageParts, Templates } from './model/page.js';
import type { Picture } from './model/picture.js';
import type { SourceFile } from './model/position.js';
import type { ImageFile, Publication } from './model/publication.js';
import type { Step } from './model/step.js';
import type { Story, StoryMedia } from './model/story.js';
import { OUTPUTS, type Output, type Target } from './model/target.js';
import { parseDraft, type ParseOptions } from './parse/parse-draft.js';
import { planQueries } from './query/plan-queries.js';
import { runQueries } from './query/run-queries.js';
import { renderBrief } from './render/brief/render-brief.js';
import { renderReport } from './render/report/render-report.js';
import { renderThread } from './render/thread/render-thread.js';

export interface PublishOptions extends ParseOptions {
  /** The outputs to make, among those the draft asks for. */
  readonly only: readonly Output[];
  /** The tool's name and version, for the record. */
  readonly tool: string;
  /** Told when a step begins. */
  readonly onStep?: ((step: Step) => void) | undefined;
}

/** What touches the world for the stages; each is opened when it is first needed. */
export interface Hands {
  readonly openEngine: () => Promise<OpenEngine>;
  readonly loadData: (draft: Draft, engine: OpenEngine) => Promise<Outcome<readonly SourceRecord[]>>;
  readonly readImages: (draft: Draft, media: readonly StoryMedia[]) => Promise<Outcome<ReadonlyMap<string, ImageFile>>>;
  readonly drawer: Drawer;
  readonly printer: Printer;
  readonly templates: Templates;
  readonly fontFaces: PageParts['fontFaces'];
  /** The characters that no bundled font has. */
  readonly missingCharacters: (characters: string) => readonly string[];
}

/**
 * Turns a draft into everything it asks for. Problems are collected as far as they can be found;
 * with an error among them there is no publication.
 *
 *     text ─parse→ Draft ─query→ Answers ─fill→ Story a target ─check→ messages
 *                                           ├─chart→ PreparedChart ─draw→ Picture
 *                                           └─render→ Thread, Brief, Report ─print→ PDF
 */
export async function publish(
  source: SourceFile,
  hands: Hands,
  options: PublishOptions,
): Promise<Outcome<Publication | undefined>> {
  const messages: Message[] = [];
  const take = <T>({ value, messages: found }: Outcome<T>): T => {
    messages.push(...found);
    return value;
  };
  const failed = (): Outcome<undefined> => ({ value: undefined, messages: tidyMessages(messages) });
  const step = options.onStep ?? (() => undefined);

  step('parse');
  const draft = take(parseDraft(source, options));
  if (!draft) return failed();
  messages.push(...checkClaims(draft), ...checkLanguage(draft));
  const isWanted = ({ target }: Story): boolean => options.only.includes(target.kind);

  step('query');
  const answers = take(await ask(draft, hands));
  if (!answers || hasErrors(messages)) return failed();

  step('fill');
  // Every output is filled, so that the record is whole whatever is rendered
  const stories = targets(draft).map((target) => take(fillDraft(draft, answers, target)));
  const wanted = stories.filter(isWanted);
  const threads = wanted.filter(isThread).map((story) => take(renderThread(story, threadOptions(draft))));
  messages.push(...wanted.filter(isThread).flatMap((story) => checkPosts(story, draft)));
  const media = wanted.flatMap((story) => story.media);
  messages.push(...checkAlt(media, draft.source));
  const images = take(await hands.readImages(draft, media));

  step('chart');
  const prepared: PreparedChart[] = [];
  for (const chart of shownCharts(draft, media)) {
    const texts = (stories.find((story) => !isThread(story)) ?? stories[0])?.chartTexts.get(chart.name) ?? [];
    const { value, messages: found } = prepareChart(chart, texts, answers, draft.source);
    const strict = await checkSchema(chart, draft.source, found);
    messages.push(...found, ...strict);
    if (value && !hasErrors(strict)) prepared.push(value);
  }
  const pictures: Picture[] = [];
  for (const chart of prepared) {
    const picture = take(await hands.drawer.draw(chart));
    if (picture) pictures.push(picture);
  }
  const bytes = new Map([
    ...[...images].map(([name, image]) => [mediaFile({ kind: 'file', name }), image.bytes.byteLength] as const),
    ...pictures.map(({ name, png }) => [mediaFile({ kind: 'chart', name }), png.byteLength] as const),
  ]);
  messages.push(...threads.flatMap((thread) => checkMediaSize(thread, bytes, draft.source)));
  if (hasErrors(messages)) return failed();

  step('render');
  const parts = (page: 'brief' | 'report'): PageParts => ({
    ...pageParts(draft, answers, pictures, images, hands, options),
    fontFaces: (characters) => {
      messages.push(...checkFonts(page, hands.missingCharacters(characters), draft.source));
      return hands.fontFaces(characters);
    },
  });
  const brief = await renderFor('brief', wanted, (story) => renderBrief(story, parts('brief')), take);
  const report = await renderFor('report', wanted, (story) => renderReport(story, parts('report')), take);
  if (hasErrors(messages)) return failed();

  let pdf: Uint8Array | undefined;
  if (report) {
    step('print');
    pdf = take(await hands.printer.print(report, source.path));
    if (hasErrors(messages)) return failed();
  }
  const publication: Publication = {
    draft,
    answers,
    stories,
    threads,
    brief: brief?.html,
    report: pdf,
    pictures,
    images,
    browser: pdf && hands.printer.running()?.version,
  };
  return { value: publication, messages: tidyMessages(messages) };
}

/** Asks the engine: load and lock, plan, check every name, then run; without queries no engine starts. */
async function ask(draft: Draft, hands: Hands): Promise<Outcome<Answers | undefined>> {
  const none: Answers = { tables: new Map(), queries: [], sources: [], engine: '' };
  if (draft.queries.length === 0 && draft.frontMatter.data.length === 0)
    return { value: none, messages: checkReferences(draft, new Map()) };
  await using engine = await hands.openEngine();
  const messages: Message[] = [];
  const { value: sources, messages: loading } = await hands.loadData(draft, engine);
  const { value: plan, messages: planning } = await planQueries(draft, engine, sources);
  messages.push(...loading, ...planning);
  messages.push(...checkReferences(draft, plan.columns));
  if (hasErrors(messages)) return { value: undefined, messages };
  const { value, messages: running } = await runQueries(plan, engine);
  return { value, messages: [...messages, ...running] };
}

function targets({ frontMatter }: Draft): Target[] {
  return OUTPUTS.filter((output) => frontMatter.outputs.includes(output)).flatMap((output): Target[] =>
    output === 'thread' ? frontMatter.platforms.map((platform) => ({ kind: 'thread', platform })) : [{ kind: output }],
  );
}

function isThread(story: Story): boolean {
  return story.target.kind === 'thread';
}

function threadOptions({ source, frontMatter }: Draft): Parameters<typeof renderThread>[1] {
  const { numbering, breaks, baseUrl } = frontMatter;
  return { source, numbering, breaks, baseUrl, mediaFile };
}

/** Where a post's picture lies in the draft's output folder: no two files share a place. */
export function mediaFile({ kind, name }: Pick<StoryMedia, 'kind' | 'name'>): string {
  if (kind === 'chart') return `charts/${name}.png`;
  const steps = name.split('/').filter((step) => step !== '.' && step !== '');
  const way = steps.map((step) => (step === '..' ? '_' : step.replaceAll('\\', '_')));
  return ['images', ...(name.startsWith('/') ? ['_root'] : []), ...way].join('/');
}

function shownCharts(draft: Draft, media: readonly StoryMedia[]): Draft['charts'] {
  return draft.charts.filter(({ name }) => media.some((shown) => shown.kind === 'chart' && shown.name === name));
}

function pageParts(
  draft: Draft,
  answers: Answers,
  pictures: readonly Picture[],
  images: ReadonlyMap<string, ImageFile>,
  hands: Hands,
  options: PublishOptions,
): PageParts {
  return {
    draft,
    answers,
    pictures: new Map(pictures.map((picture) => [picture.name, picture])),
    images: new Map(
      [...images].map(([path, { bytes, type }]) => [
        path,
        `data:${type};base64,${Buffer.from(bytes).toString('base64')}`,
      ]),
    ),
    templates: hands.templates,
    fontFaces: hands.fontFaces,
    tool: options.tool,
  };
}

async function renderFor<T>(
  kind: 'brief' | 'report',
  stories: readonly Story[],
  render: (story: Story) => Promise<Outcome<T>>,
  take: (outcome: Outcome<T>) => T,
): Promise<T | undefined> {
  const story = stories.find(({ target }) => target.kind === kind);
  return story && take(await render(story));
}
