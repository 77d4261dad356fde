import { dirname } from 'node:path';
import type { Project } from '../config/project.js';
import { missingCharacters } from '../draw/fonts.js';
import { loadData } from '../engine/load-data.js';
import { openEngine } from '../engine/open-engine.js';
import type { Templates } from '../model/page.js';
import type { Eyes } from '../pipeline.js';
import type { DraftFile } from './find-drafts.js';
import { findImages } from './find-images.js';

/** What a draft is looked at with: the data and images of its project. */
export function eyesFor(
  file: Pick<DraftFile, 'path'>,
  project: Project,
  { templates, signal }: { readonly templates: Templates; readonly signal: AbortSignal | undefined },
): Eyes {
  const folders = { root: project.root, folder: dirname(file.path) };
  return {
    openEngine: () => openEngine({ ...project.limits, ...(signal ? { signal } : {}) }),
    loadData: (draft, engine) => loadData(draft, engine, { ...folders, config: project.configFile }),
    findImages: (draft, media) => findImages(draft, media, folders),
    templates,
    missingCharacters,
  };
}
