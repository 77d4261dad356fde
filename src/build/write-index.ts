import type { Outcome } from '../diagnostic/message.js';
import type { Project } from '../config/project.js';
import { facesWith } from '../draw/fonts.js';
import type { IndexEntry, IndexLink, Templates } from '../model/page.js';
import { renderIndex } from '../render/page/render-index.js';
import { readManifests, type Manifest } from './manifest.js';
import { writeWhole } from './write-outputs.js';

/** Writes `index.html` from the manifests of all drafts in an output folder. */
export async function writeIndex(
  out: string,
  templates: Templates,
  { theme, defaults }: Pick<Project, 'theme' | 'defaults'>,
): Promise<Outcome<undefined>> {
  const manifests = await readManifests(out);
  const faces = facesWith(theme?.fonts ?? []);
  const { value, messages } = await renderIndex(manifests.map(entryOf), templates, faces, defaults.lang);
  if (!messages.some(({ severity }) => severity === 'error')) await writeWhole(out, 'index.html', value);
  return { value: undefined, messages };
}

/** A pattern of a file's path, and what the index calls it. */
type Label = readonly [RegExp, IndexLink['label']];

const OUTPUTS: readonly Label[] = [
  [/^brief\.html$/, { word: 'brief' }],
  [/^report\.pdf$/, { word: 'report' }],
  [/^thread\.html$/, { word: 'thread' }],
];

const FILES: readonly Label[] = [
  [/^thread\.x\.txt$/, 'X'],
  [/^thread\.bluesky\.txt$/, 'Bluesky'],
  [/^thread\.mastodon\.txt$/, 'Mastodon'],
  [/^thread\.threads\.txt$/, 'Threads'],
  [/^thread\.linkedin\.txt$/, 'LinkedIn'],
  [/^figures\.json$/, { word: 'figures' }],
];

function entryOf({ slug, files, picture, standfirst, isDraft = false, ...draft }: Manifest): IndexEntry {
  const paths = files.map(({ path }) => path);
  const dark = picture && paths.find((path) => path === picture.path.replace(/(?<=^charts\/.*)\.svg$/, '.dark.svg'));
  const linksTo = (labels: readonly Label[]): IndexLink[] =>
    labels.flatMap(([pattern, label]) =>
      paths.filter((path) => pattern.test(path)).map((path) => ({ label, href: `${slug}/${path}` })),
    );
  return {
    slug,
    title: draft.title,
    standfirst: standfirst ?? undefined,
    date: draft.date,
    lang: draft.lang,
    illustrative: draft.illustrative,
    isDraft,
    outputs: linksTo(OUTPUTS),
    files: linksTo(FILES),
    figure: draft.figure,
    picture: picture && {
      ...picture,
      path: `${slug}/${picture.path}`,
      dark: dark === picture.path ? undefined : dark && `${slug}/${dark}`,
    },
  };
}
