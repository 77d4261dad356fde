import type { Loader } from 'vega';

/** A loader that loads nothing and keeps what was asked for. */
export interface RefusingLoader extends Loader {
  readonly refused: readonly string[];
}

/** Opens a loader for one drawing: Vega's own would read any file and any address. */
export function openLoader(): RefusingLoader {
  const refused: string[] = [];
  const refuse = (uri: string): Promise<never> => {
    refused.push(uri);
    return Promise.reject(new Error(`Loading ${uri} was refused`));
  };
  return {
    refused,
    load: refuse,
    http: refuse,
    file: refuse,
    sanitize: (uri, { context }) => {
      // A rejected link crashes Vega's SVG renderer (vega-scenegraph 5.3); a link to nowhere it leaves out.
      if ((context as string) !== 'href') return refuse(uri);
      refused.push(uri);
      return Promise.resolve({ href: '' });
    },
  };
}
