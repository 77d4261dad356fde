/** A key of the front matter or of the project's configuration, as the guide's reference lists it. */
export interface KeyRow {
  /** Where it stands, from the top: `title`, `data.*.file`; `*` is any name, or any item of a list. */
  readonly path: string;
  readonly type: string;
  /** What holds when it is left out, as a person would write it. */
  readonly byDefault: string;
  readonly meaning: string;
  /** YAML that can stand in a file as it is. */
  readonly example: string;
}

/** Makes the row of a key. */
export function key(path: string, type: string, byDefault: string, meaning: string, example: string): KeyRow {
  return { path, type, byDefault, meaning, example };
}
