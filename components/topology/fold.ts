/** Above 200 interfaces a subnet folds to one node that counts them. Pure. */
import { type Drawing, type InterfaceNode, interfacesOf, type SubnetBox } from './drawing';
import { MOST_ROWS } from './scale';

export function folded(drawing: Drawing): Drawing {
  if (interfacesOf(drawing).length <= MOST_ROWS) return drawing;
  const [first, ...others] = drawing.vpcs.map((vpc) => ({
    ...vpc,
    zones: vpc.zones.map((zone) => ({ ...zone, subnets: zone.subnets.map(foldedSubnet) })),
  }));
  return first ? { ...drawing, vpcs: [first, ...others] } : drawing;
}

/** The two ends stay on their own: they are what the case is about. */
function foldedSubnet(subnet: SubnetBox): SubnetBox {
  const ends = subnet.interfaces.filter(({ role }) => role !== 'other');
  const rest = subnet.interfaces.filter(({ role }) => role === 'other');
  if (rest.length < 2) return subnet;
  const summary: InterfaceNode = {
    id: `${subnet.id}/folded`,
    name: `${rest.length} interfaces`,
    kind: 'folded',
    addresses: [],
    role: 'other',
    difference: undefined,
  };
  return { ...subnet, interfaces: [...ends, summary] };
}
