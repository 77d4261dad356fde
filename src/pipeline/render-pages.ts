import { checkFonts } from '../check/check-fonts.js';
import type { Outcome } from '../diagnostic/message.js';
import type { Brief, Kit, PageParts, PostFile, Report } from '../model/page.js';
import type { Picture } from '../model/picture.js';
import type { ImageFile } from '../model/publication.js';
import type { Story } from '../model/story.js';
import type { Output } from '../model/target.js';
import { renderBrief } from '../render/brief/render-brief.js';
import { renderKit } from '../render/kit/render-kit.js';
import { renderReport } from '../render/report/render-report.js';
import { collect } from './collect.js';
import { type Examined, isThread } from './examine.js';
import type { Eyes } from './hands.js';

/** What stands on a page besides words, and how its fonts are made. */
interface Dressing extends Pick<PageParts, 'pictures' | 'images' | 'fontFaces' | 'tool'> {
  /** The pictures of posts, by their path in the draft's output folder. */
  readonly files: ReadonlyMap<string, PostFile>;
}

/** Renders the pages that were asked for; the figures of their templates join those of the draft. */
export async function renderPages(
  { draft, answers, stories, wanted, attachments, threads, present }: Examined,
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
    present,
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

/** An image as an address that a page holds. */
export function dataUrl({ bytes, type }: ImageFile): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** Stands for every picture of a page that nobody will see. */
export function blankMedia({ wanted }: Examined): Pick<Dressing, 'pictures' | 'images' | 'files'> {
  const names = wanted.flatMap(({ media }) => media.map(({ name }) => name));
  const blank = {
    words: { title: '', subtitle: '', source: undefined },
    inline: '',
    paper: '',
    narrow: undefined,
    file: '',
    dark: '',
  };
  const size = { width: 0, height: 0 };
  const pictureOf = (name: string): Picture => ({ name, ...blank, ...size, png: new Uint8Array(), pixels: size });
  return {
    pictures: new Map(names.map((name) => [name, pictureOf(name)])),
    images: new Map(names.map((name) => [name, 'data:image/png,'])),
    files: new Map(),
  };
}

/** Stands for the fonts of a page that nobody will see. */
export function noFonts(): Promise<string> {
  return Promise.resolve('');
}
