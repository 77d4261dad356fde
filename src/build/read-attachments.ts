import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { messageAt } from '../diagnostic/create-message.js';
import type { Message, Outcome } from '../diagnostic/message.js';
import { isDataProblem } from '../engine/data-problem.js';
import { resolveDataPath, type ProjectFolders } from '../engine/resolve-data-path.js';
import type { Draft } from '../model/draft.js';
import type { Attachment, PlannedAttachment } from '../model/page.js';
import { errorCode } from './error-code.js';

/** Reads the files that a report carries. One that is not any more what was read before is an error. */
export async function readAttachments(
  { source, frontMatter }: Draft,
  planned: readonly PlannedAttachment[],
  folders: ProjectFolders,
): Promise<Outcome<readonly Attachment[]>> {
  const attachments: Attachment[] = [];
  const messages: Message[] = [];
  const span = frontMatter.attach?.span ?? { start: 0, end: 0 };
  for (const plan of planned) {
    const content = plan.text === undefined ? await readAgain(plan, folders) : Buffer.from(plan.text);
    if (typeof content === 'string') {
      const reason = `The file \`${plan.file}\` cannot be attached: ${content}`;
      messages.push(messageAt(source, span, 'attachment-unreadable', reason));
    } else {
      const { name, description, type, relation } = plan;
      attachments.push({ name, description, type, relation, content });
    }
  }
  return { value: attachments, messages };
}

/** What is in a file, or why it cannot be had. */
async function readAgain({ file, hash }: PlannedAttachment, folders: ProjectFolders): Promise<Buffer | string> {
  const found = await resolveDataPath({ file: `/${file}`, declaredIn: 'draft' }, folders);
  if (isDataProblem(found)) return found.reason;
  try {
    const content = await readFile(found.path);
    return createHash('sha256').update(content).digest('hex') === hash ? content : 'it changed during the build';
  } catch (error) {
    return errorCode(error);
  }
}
