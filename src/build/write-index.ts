import type { Outcome } from '../diagnostic/message.js';
import { fontFaces } from '../draw/fonts.js';
import type { IndexEntry, Templates } from '../model/page.js';
import { renderIndex } from '../render/page/render-index.js';
import { readManifests, type Manifest } from './manifest.js';
import { writeWhole } from './write-outputs.js';

/** Writes `index.html` from the manifests of all drafts in an output folder. */
export async function writeIndex(out: string, templates: Templates): Promise<Outcome<undefined>> {
  const manifests = await readManifests(out);
  const { value, messages } = await renderIndex(manifests.map(entryOf), templates, fontFaces);
  if (!messages.some(({ severity }) => severity === 'error')) await writeWhole(out, 'index.html', value);
  return { value: undefined, messages };
}

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^brief\.html$/, 'Brief'],
  [/^report\.pdf$/, 'Report'],
  [/^thread\.x\.txt$/, 'Thread for X'],
  [/^thread\.bluesky\.txt$/, 'Thread for Bluesky'],
  [/^thread\.mastodon\.txt$/, 'Thread for Mastodon'],
  [/^thread\.threads\.txt$/, 'Thread for Threads'],
  [/^thread\.linkedin\.txt$/, 'Post for LinkedIn'],
  [/^figures\.json$/, 'Figures'],
];

function entryOf({ slug, title, standfirst, date, lang, illustrative, files }: Manifest): IndexEntry {
  const paths = files.map(({ path }) => path);
  const picture = paths.find((path) => path.startsWith('charts/'));
  return {
    slug,
    title,
    standfirst: standfirst ?? undefined,
    date,
    lang,
    illustrative,
    outputs: LABELS.flatMap(([pattern, label]) =>
      paths.filter((path) => pattern.test(path)).map((path) => ({ label, href: `${slug}/${path}` })),
    ),
    picture: picture && `${slug}/${picture}`,
  };
}
