/** Why the system would not read something, in plain words. */

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'permission is denied';
  if (code === 'EISDIR') return 'it is a folder';
  return code || 'unknown reason';
}
