import { messageAt } from '../diagnostic/create-message.js';
import type { Message } from '../diagnostic/message.js';
import type { SourceFile, Span } from '../model/position.js';
import { errorCode } from './error-code.js';

/** Says that an image ends too soon, or has a fault inside. */
export function damagedImage(source: SourceFile, span: Span, name: string): Message {
  const reason = `Unexpected end or fault in the image \`${name}\`, expected a whole one`;
  return messageAt(source, span, 'image-missing', reason, 'Export it anew');
}

/** Says why the file of an image cannot be read. */
export function unreadableImage(
  source: SourceFile,
  span: Span,
  { name, error }: { readonly name: string; readonly error: unknown },
): Message {
  return messageAt(source, span, 'image-missing', `The image \`${name}\` cannot be read: ${errorCode(error)}`);
}
