import type { Outcome } from '../../diagnostic/message.js';
import type { SourceFile } from '../../model/position.js';
import type { StoryPost } from '../../model/story.js';
import type { PlatformId } from '../../model/target.js';
import { PLATFORMS } from '../../platform/platforms.js';
import { blockTexts } from './block-text.js';
import { checkEntities } from './check-entities.js';
import type { RenderContext } from './render-context.js';
import { tidyText } from './tidy-text.js';

export interface PostWordsOptions {
  readonly source: SourceFile;
  readonly platform: PlatformId;
}

/** The words of a post as a platform would show them, before it gets a label or is split. */
export function postWords({ children, attributes }: StoryPost, options: PostWordsOptions): Outcome<string> {
  const context: RenderContext = {
    source: options.source,
    platform: PLATFORMS[options.platform],
    breaks: 'keep',
    baseUrl: undefined,
    marks: attributes.marks,
    messages: [],
  };
  const words = tidyText(blockTexts(children, context));
  checkEntities(words, context.platform.findEntities(words.text), context);
  return { value: words.text, messages: context.messages };
}
