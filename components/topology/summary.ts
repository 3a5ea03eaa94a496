/** A drawing in one sentence: what a screen reader hears before it, and what stands in its head. Pure. */
import type { LogGlance } from '../flowlog/gauge';
import { type Drawing, interfacesOf } from './drawing';

/** "2 VPCs, 4 interfaces" */
export function countsOf(drawing: Drawing): string {
  const interfaces = interfacesOf(drawing).length;
  const zones = new Set(drawing.vpcs.flatMap((vpc) => vpc.zones.map(({ name }) => name))).size;
  const vpcs = drawing.vpcs.length === 1 ? `VPC ${drawing.vpcs[0].name}` : `${drawing.vpcs.length} VPCs`;
  return `${vpcs} · ${zones} ${zones === 1 ? 'zone' : 'zones'} · ${interfaces} ${interfaces === 1 ? 'interface' : 'interfaces'}`;
}

export function summaryOf(drawing: Drawing, glances: Readonly<Record<string, LogGlance>>): string {
  const target = interfacesOf(drawing).find(({ role }) => role === 'target');
  const log = target && glances[target.id];
  const differences = [...drawing.joints, ...interfacesOf(drawing)].flatMap(({ name, difference }) =>
    difference ? [`${name}: ${difference.says}.`] : [],
  );
  return [
    `Network: ${countsOf(drawing)}.`,
    target ? `The target is ${target.name}${log ? `; its log: ${log.sentence}` : ''}.` : '',
    ...differences,
    'The list has the same.',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
