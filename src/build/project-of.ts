import type { Outcome } from '../diagnostic/message.js';
import type { Project } from '../config/project.js';
import { readConfig } from '../config/read-config.js';
import type { DraftFile } from './find-drafts.js';

/** The project that a draft belongs to: that of the working folder (`here`), or one nearer to the draft. */
export async function projectOf({ root }: Pick<DraftFile, 'root'>, here: Project): Promise<Outcome<Project>> {
  return root === here.root ? { value: here, messages: [] } : readConfig(root);
}
