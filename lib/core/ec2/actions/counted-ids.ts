/** New ids, counted past every id that a document already names anywhere. */
import type { Snapshot } from '../schema/snapshot';
import type { IdSource } from './outcome';

/** What this counter itself writes; ids of AWS's own are far from it. */
const COUNTED = /[a-z][a-z-]*-\d{17}(?![0-9a-f])/g;
/** Every counted id below a million million has it, and hardly another text does. */
const MARK = '-00000';

/** `rtb-00000000000000001` and so on. The document is read once, and only when an id is asked for. */
export function countedIds(snapshot: Snapshot): IdSource {
  let taken: ReadonlySet<string> | undefined;
  const counts = new Map<string, number>();
  return (prefix) => {
    taken ??= countedIn(snapshot);
    let count = counts.get(prefix) ?? 0;
    let id: string;
    do {
      count += 1;
      id = `${prefix}-${String(count).padStart(17, '0')}`;
    } while (taken.has(id));
    counts.set(prefix, count);
    return id;
  };
}

/** Also ids inside ARNs and descriptions, and of rows that are gone but still named by a blackhole route. */
function countedIn(snapshot: Snapshot): ReadonlySet<string> {
  const found = new Set<string>();
  const open: object[] = [snapshot];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    for (const part of Object.values(value)) {
      if (typeof part === 'object' && part !== null) open.push(part);
      else if (typeof part === 'string' && part.includes(MARK))
        for (const [id] of part.matchAll(COUNTED)) found.add(id);
    }
  }
  return found;
}
