import type { Story, StoryMedia } from '../model/story.js';

/** Gives each chart that is shown without an alt text the one that was made for it. */
export function describeMedia(story: Story, alts: ReadonlyMap<string, string>): Story {
  const describe = (media: readonly StoryMedia[]): StoryMedia[] =>
    media.map((one) => {
      const value = one.kind === 'chart' && one.alt.length === 0 ? alts.get(one.name) : undefined;
      return value === undefined ? one : { ...one, alt: [{ type: 'text', value }] };
    });
  const posts = story.posts.map((post) => ({ ...post, media: describe(post.media) }));
  return { ...story, posts, media: describe(story.media) };
}
