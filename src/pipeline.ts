import { type PictureSize, checkMediaSize } from './check/check-media-size.js';
import type { Outcome } from './diagnostic/message.js';
import { hasErrors, tidyMessages } from './diagnostic/tidy-messages.js';
import type { ClaimRevision } from './model/claim-revision.js';
import type { Picture } from './model/picture.js';
import type { SourceFile } from './model/position.js';
import type { Publication } from './model/publication.js';
import type { Recorded } from './model/recorded.js';
import type { TablePicture } from './model/table-picture.js';
import type { Variation } from './model/variation.js';
import { collect } from './pipeline/collect.js';
import { examine, mediaOptions } from './pipeline/examine.js';
import { fitPicture, limitsOf, outputsWith, postFiles, sizeOf, withImageTypes } from './pipeline/post-pictures.js';
import type { ExamineOptions, Eyes, Hands } from './pipeline/hands.js';
import { imageFile, mediaFile } from './pipeline/media-file.js';
import { blankMedia, dataUrl, noFonts, renderPages } from './pipeline/render-pages.js';
import { reviseDraft } from './pipeline/revise-draft.js';
import { type VaryOptions, varyDraft } from './pipeline/vary-draft.js';

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
  take(await eyes.checkImages(examined.draft, examined.images));
  options.onStep?.('render');
  take(await renderPages(examined, eyes, { ...blankMedia(examined), fontFaces: noFonts, tool: options.tool }));
  const { draft, answers, stories, charts } = examined;
  const recorded = { draft, answers, stories, charts };
  const said = { draft, answers, targets: examined.judged.map(({ target }) => target) };
  return {
    value: { recorded, revise: () => reviseDraft(examined, options), vary: (wanted) => varyDraft(said, eyes, wanted) },
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
