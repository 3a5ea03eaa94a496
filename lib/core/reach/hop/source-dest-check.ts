/** At an interface: whether it takes packets that are not its own. https://docs.aws.amazon.com/vpc/latest/userguide/VPC_NAT_Instance.html#EIP_Disable_SrcDestCheck */
import { formatCidr } from '../../net/cidr';
import { blocksOf } from '../../net/interval';
import type { PacketSet } from '../../net/packet-set';
import type { Direction } from '../../vpc/match';
import type { Obstacle } from '../blockers/obstacle';
import type { Station } from '../ends/station';
import { endsOf } from '../leg';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';

export function placeAt({ subnet, interfaces }: Station) {
  const instanceId = interfaces[0]?.instance?.id;
  return {
    subnetId: subnet.id,
    vpcId: subnet.vpc.id,
    ...(instanceId !== undefined && { attachedTo: instanceId }),
  };
}

export function checkAddress(
  search: Search,
  way: Way,
  station: Station,
  direction: Direction,
): Way | undefined {
  const { from, to } = endsOf(way.leg);
  const field = direction === 'egress' ? from : to;
  const accepts = station.sourceDestCheck ? search.within(field, station.addresses) : search.space.everything;
  return judge(search, way, {
    component: station.id,
    kind: 'network-interface',
    direction,
    at: placeAt(station),
    checks: [{ accepts, obstacle: (refused) => sourceDestCheck(station, direction, refused, field) }],
  });
}

/** More than this nobody reads. */
const MOST_ADDRESSES = 8;

function sourceDestCheck(
  { id, interfaces }: Station,
  direction: Direction,
  refused: PacketSet,
  field: 'source' | 'destination',
): Obstacle {
  const instanceId = interfaces[0]?.instance?.id;
  return {
    key: `source-dest-check ${id}`,
    code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    facts: {
      NetworkInterface: id,
      ...(instanceId !== undefined && { AttachedTo: instanceId }),
      Direction: direction,
      Addresses: refused.project(field).slice(0, MOST_ADDRESSES).flatMap(blocksOf).map(formatCidr),
    },
    repair: [
      {
        Service: 'ec2',
        Action: 'ModifyNetworkInterfaceAttribute',
        NetworkInterfaceId: id,
        SourceDestCheck: { Value: false },
      },
    ],
  };
}
