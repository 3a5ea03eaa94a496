/** At an interface: its security groups, and what they remember. */
import type { PacketSet } from '../../net/packet-set';
import type { Direction } from '../../vpc/match';
import { type Obstacle, obstacleOf } from '../blockers/obstacle';
import { authorize } from '../blockers/repair';
import type { Station } from '../ends/station';
import type { FilterSet, GroupRule, RuleSet } from '../filters';
import { packetsOf } from '../flow';
import type { Search } from '../search';
import type { Way } from '../way';
import { referenceChecks } from './group-reference';
import { judge } from './judge';
import { trackedAt } from './tracking';

/** An interface without security groups (a NAT gateway's) has nothing that could refuse. */
export function passSecurityGroups(
  search: Search,
  way: Way,
  station: Station,
  direction: Direction,
): Way | undefined {
  const { securityGroups, subnet } = station;
  const [first] = securityGroups;
  if (!first) return way;
  const { leg } = way;
  const side = { direction, leg };
  const tracked = trackedAt(search, way, station, direction);
  const references = way.identityLostAt === undefined ? 'in-sight' : 'lost';
  const list = () => search.securityGroups(securityGroups, side, references);
  // Nobody asks the rules about answers that are all remembered.
  const isRemembered = packetsOf(search.space, way.flow).isSubsetOf(tracked);
  const accepts = isRemembered ? tracked : list().allowed.union(tracked);
  return judge(search, way, {
    component: first.id,
    kind: 'security-group',
    direction,
    at: { subnetId: subnet.id, vpcId: subnet.vpc.id },
    decidedBy: new GroupRules(list, tracked),
    checks: [
      ...(isRemembered ? [] : referenceChecks(search, way, station, direction, accepts)),
      { accepts, obstacle: (refused) => noRule(way, station, direction, refused) },
    ],
  });
}

/** The rules are made sets when somebody asks; a class, see `obstacleOf`. */
class GroupRules {
  readonly kind = 'security-group';

  constructor(
    private readonly list: () => FilterSet<GroupRule>,
    readonly tracked: PacketSet,
  ) {}

  get rules(): readonly RuleSet<GroupRule>[] {
    return this.list().rules;
  }
}

function noRule(
  way: Way,
  { id, securityGroups, subnet }: Station,
  direction: Direction,
  refused: PacketSet,
): Obstacle {
  const hasRules = securityGroups.some((group) => group[direction].length > 0);
  const [first] = securityGroups;
  const common = { Direction: direction, NetworkInterface: id, Vpc: subnet.vpc.id };
  return obstacleOf(
    `sg ${id} ${direction} ${way.leg}`,
    hasRules ? 'ENI_SG_RULES_MISMATCH' : 'SG_HAS_NO_RULES',
    () => ({
      facts: hasRules
        ? { ...common, SecurityGroups: securityGroups.map((group) => group.id), Subnet: subnet.id }
        : { ...common, ...(first && { SecurityGroup: first.id }) },
      repair: first && authorize(first.id, direction, way.leg, refused),
    }),
  );
}
