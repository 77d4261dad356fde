/** Where a JSON text goes wrong. */
export interface JsonProblem {
  /** Offset in the text; its length where the text ends too early. */
  readonly at: number;
}

/** A JSON text that was read, and where each of its values stands. */
export interface JsonText {
  readonly value: unknown;
  /** The offset of the value at a path, or of the nearest above it that is there. */
  readonly placeOf: (path: readonly (string | number)[]) => number;
}

/** Reads JSON with places, which `JSON.parse` has not and whose messages differ from one version of Node to the next. */
export function readJson(text: string): JsonText | JsonProblem {
  const places = new Map<string, number>();
  let at = 0;
  try {
    value([]);
    skip();
    if (at < text.length) throw new Unexpected();
  } catch (error) {
    if (error instanceof Unexpected) return { at };
    throw error;
  }
  return {
    value: JSON.parse(text) as unknown,
    placeOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const place = places.get(keyOf(path.slice(0, length)));
        if (place !== undefined) return place;
      }
      return 0;
    },
  };

  function value(path: readonly (string | number)[]): void {
    skip();
    if (path.length > MOST_DEEP) throw new Unexpected();
    places.set(keyOf(path), at);
    const sign = text.charAt(at);
    if (sign === '{') members(path);
    else if (sign === '[') items(path);
    else take(SCALAR);
  }

  function members(path: readonly (string | number)[]): void {
    list('}', () => {
      const key = JSON.parse(take(TEXT)) as string;
      skip();
      take(/:/y);
      value([...path, key]);
    });
  }

  function items(path: readonly (string | number)[]): void {
    let index = 0;
    list(']', () => {
      value([...path, index]);
      index += 1;
    });
  }

  function list(end: string, item: () => void): void {
    at += 1;
    skip();
    if (text.charAt(at) === end) {
      at += 1;
      return;
    }
    for (;;) {
      skip();
      item();
      skip();
      const sign = text.charAt(at);
      if (sign !== end && sign !== ',') throw new Unexpected();
      at += 1;
      if (sign === end) return;
    }
  }

  function skip(): void {
    while (/[ \t\r\n]/.test(text.charAt(at))) at += 1;
  }

  function take(pattern: RegExp): string {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) throw new Unexpected();
    at += found.length;
    return found;
  }
}

class Unexpected extends Error {}

/** A lock is five deep. */
const MOST_DEEP = 100;

const TEXT = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const SCALAR = new RegExp(String.raw`${TEXT.source}|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null`, 'y');

function keyOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
