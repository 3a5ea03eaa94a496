/** `flowtrap diff`: what a change of the network opens and closes. */
import { describeSet } from '@/lib/core/reach/describe';
import { differenceOf } from '@/lib/core/reach/difference';
import { parseTwoFiles } from './arguments';
import { loadSnapshot } from './input';

export async function runDiff(args: readonly string[]): Promise<string> {
  const [before, after] = parseTwoFiles('diff', args);
  const one = await loadSnapshot('diff', before);
  const other = await loadSnapshot('diff', after);
  const { changed, pairs, isPartial } = differenceOf(one.network, other.network);
  const answer = {
    Pairs: pairs,
    Changed: changed.map(({ from, to, opened, closed, unchanged }) => ({
      From: from,
      To: to,
      Opened: describeSet(opened),
      Closed: describeSet(closed),
      Unchanged: describeSet(unchanged),
    })),
    ...(isPartial && { IsPartial: true }),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
