/** The door for files: JSON of a World, or of a bare Snapshot, becomes a World document, or a list of issues. */
import { type Issue, MOST_ISSUES } from '../ec2/issue';
import { readSnapshot } from '../ec2/read-snapshot';
import { issuesOf } from '../ec2/schema/zod-issue';
import { worldFrameSchema } from './schema';
import type { World } from './world';

export type WorldFile =
  | { readonly world: World; readonly notices: readonly Issue[] }
  | { readonly issues: readonly Issue[] };

export function readWorld(value: unknown): WorldFile {
  if (!isWorld(value)) {
    const snapshot = readSnapshot(value);
    return 'issues' in snapshot
      ? snapshot
      : { world: { Snapshot: snapshot.snapshot }, notices: snapshot.notices };
  }
  const frame = worldFrameSchema.safeParse(value);
  const snapshot = readSnapshot(value.Snapshot);
  const issues = [
    ...(frame.success ? [] : issuesOf(frame.error)),
    ...('issues' in snapshot ? within('Snapshot', snapshot.issues) : []),
  ];
  if (!frame.success || 'issues' in snapshot) return { issues: issues.slice(0, MOST_ISSUES) };
  return {
    world: { ...frame.data, Snapshot: snapshot.snapshot } as World,
    notices: within('Snapshot', snapshot.notices),
  };
}

/** A World has a Snapshot; a Snapshot never has one inside. */
function isWorld(value: unknown): value is { readonly Snapshot: unknown } {
  return typeof value === 'object' && value !== null && 'Snapshot' in value;
}

function within(key: string, issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => ({ ...issue, path: [key, ...issue.path] }));
}
