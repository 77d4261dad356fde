/** Puts values in the place of the names in braces: `Post {post}` and `{post: '2'}` make `Post 2`. */
export function putWords(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
