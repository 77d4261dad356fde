import { typedPlaces } from '../../diagnostic/typed-places.js';
import type { SourceFile, Span } from '../../model/position.js';
import type { TracedText } from './traced-text.js';

/** Words that the writer typed, each character with its place. */
export function writtenText(value: string, span: Span, source: SourceFile): TracedText {
  return { text: value, marks: typedPlaces(value, span, source).map((place) => ({ origin: 'draft', span: place })) };
}
