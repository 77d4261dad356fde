/** The address of a page that takes the text of a post as `text`; what is no character is sent as U+FFFD. */
export function composeUrl(page: string, text: string): string {
  return `${page}?text=${encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'))}`;
}
