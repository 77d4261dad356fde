/** What Node's `stat` says of a path, as far as it matters here. */
interface FileStats {
  isDirectory(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
}

/** The word for what is there where a file was expected. */
export function fileKind(found: FileStats): 'folder' | 'pipe' | 'socket' | 'device' {
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
}
