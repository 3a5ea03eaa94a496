/** `flowtrap exposure`: who can reach this, or what this can reach. */
import { describeSet } from '@/lib/core/reach/describe';
import { exposureOf } from '@/lib/core/reach/exposure';
import { parseArguments } from './arguments';
import { CliError } from './cli-error';
import { loadSnapshot } from './input';

const OPTIONS = { to: { type: 'string' }, from: { type: 'string' } } as const;

export async function runExposure(args: readonly string[]): Promise<string> {
  const { file, values } = parseArguments('exposure', args, OPTIONS);
  const { to, from } = values;
  if ((typeof to === 'string') === (typeof from === 'string'))
    throw new CliError('flowtrap exposure: say --to ID or --from ID, and one of them');
  const direction = typeof to === 'string' ? 'to' : 'from';
  const id = String(typeof to === 'string' ? to : from);
  const { network } = await loadSnapshot('exposure', file);
  const exposures = exposureOf(network, id, direction);
  if (!exposures)
    throw new CliError(
      `flowtrap exposure: --${direction} \`${id}\` is no interface, instance or endpoint of \`${file}\``,
    );
  const answer = {
    [direction === 'to' ? 'To' : 'From']: id,
    Exposures: exposures.all.map(({ party, packets }) => ({ Ids: party.ids, Packets: describeSet(packets) })),
    ...(exposures.isPartial && { IsPartial: true }),
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
