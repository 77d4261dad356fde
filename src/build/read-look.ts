import { packageRoot } from '../child/package-root.js';
import type { Project } from '../config/project.js';
import type { Outcome } from '../diagnostic/message.js';
import type { Templates } from '../model/page.js';
import { applyTheme } from './apply-theme.js';
import { readTemplates } from './read-templates.js';

/** The templates that a project's pages are made with, in its theme. */
export async function readLook({ root, theme }: Pick<Project, 'root' | 'theme'>): Promise<Outcome<Templates>> {
  const { value, messages } = await readTemplates(root, packageRoot());
  return { value: applyTheme(value, theme), messages };
}
