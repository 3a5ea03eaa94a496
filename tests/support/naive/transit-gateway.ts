/** Transit gateway route tables once more, naively. https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html */
import type { Snapshot } from '@/lib/core/ec2/schema/snapshot';
import type {
  TransitGatewayRouteRow,
  TransitGatewayRouteTableRow,
} from '@/lib/core/ec2/schema/transit-gateway';
import { holds, lengthOf, type NaiveAddress } from './block';
import { naivePrefixList } from './prefix-list';

/** The routes that may decide: none, one, or several of one rank. */
export function naiveTransitGatewayRouteTable(
  snapshot: Snapshot,
  { Routes = [] }: TransitGatewayRouteTableRow,
  destination: NaiveAddress,
): readonly TransitGatewayRouteRow[] {
  const found: { readonly row: TransitGatewayRouteRow; readonly length: number; readonly rank: number }[] =
    [];
  for (const row of Routes) {
    const { State = 'active', DestinationCidrBlock, PrefixListId = '' } = row;
    if (State !== 'active' && State !== 'blackhole') continue;
    const blocks =
      DestinationCidrBlock === undefined ? naivePrefixList(snapshot, PrefixListId) : [DestinationCidrBlock];
    for (const block of blocks) {
      if (holds(block, destination)) found.push({ row, length: lengthOf(block), rank: rankOf(row) });
    }
  }
  const longest = Math.max(...found.map(({ length }) => length));
  const best = found.filter(({ length }) => length === longest);
  const first = Math.min(...best.map(({ rank }) => rank));
  return best.filter(({ rank }) => rank === first).map(({ row }) => row);
}

export function isNaiveBlackhole({ State, TransitGatewayAttachments = [] }: TransitGatewayRouteRow): boolean {
  return State === 'blackhole' || TransitGatewayAttachments.length === 0;
}

/** AWS's order among propagated routes, by what they lead to. */
const PROPAGATED = [
  'vpc',
  'direct-connect-gateway',
  'connect',
  'vpn',
  'vpn-concentrator',
  'client-vpn',
  'peering',
];

/** Written by somebody, from a prefix list, propagated. */
function rankOf({
  Type = 'static',
  PrefixListId,
  TransitGatewayAttachments = [],
}: TransitGatewayRouteRow): number {
  if (Type === 'static') return PrefixListId === undefined ? 1 : 2;
  const place = PROPAGATED.indexOf(TransitGatewayAttachments[0]?.ResourceType ?? 'vpc');
  return place < 0 ? 100 : 3 + place;
}
