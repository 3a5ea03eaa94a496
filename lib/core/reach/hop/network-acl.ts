/** At the border of a subnet: its network ACL. */
import type { PacketSet } from '../../net/packet-set';
import type { Direction } from '../../vpc/match';
import type { Subnet } from '../../vpc/subnet';
import { type Obstacle, obstacleOf } from '../blockers/obstacle';
import { admit } from '../blockers/repair';
import type { Search } from '../search';
import type { Way } from '../way';
import { judge } from './judge';

export function passNetworkAcl(
  search: Search,
  way: Way,
  subnet: Subnet,
  direction: Direction,
): Way | undefined {
  const { networkAcl: acl } = subnet;
  const { leg } = way;
  const { allowed, rules } = search.networkAcl(acl, { direction, leg });
  const obstacle = (refused: PacketSet): Obstacle =>
    obstacleOf(`acl ${acl.id} ${direction} ${leg}`, 'SUBNET_ACL_RESTRICTION', () => {
      const denying = rules.find(
        ({ rule, effective }) => rule.ruleAction === 'deny' && !effective.intersect(refused).isEmpty,
      );
      return {
        facts: {
          Acl: acl.id,
          ...(denying && { AclRule: { entry: denying.rule, direction } }),
          Direction: direction,
          Subnet: subnet.id,
          Vpc: subnet.vpc.id,
        },
        repair: admit(acl, direction, leg, refused),
      };
    });
  return judge(search, way, {
    component: acl.id,
    kind: 'network-acl',
    direction,
    at: { subnetId: subnet.id, vpcId: subnet.vpc.id },
    decidedBy: { kind: 'network-acl', rules },
    checks: [{ accepts: allowed, obstacle }],
  });
}
