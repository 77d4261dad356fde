/** More pixels than any camera of a newsroom has; an image that claims more is not opened. */
export const MOST_PIXELS = 120_000_000;
