/** Who in a VPC owns the addresses that packets under way are for. */

import type { Owned } from '../ends/owners';
import { packetsOf } from '../flow';
import { endsOf } from '../leg';
import type { Search } from '../search';
import type { Way } from '../way';

export function ownersOf(search: Search, way: Way, vpcId: string): readonly Owned[] {
  return search.ownersIn(vpcId, packetsOf(search.space, way.flow), endsOf(way.leg).to);
}
