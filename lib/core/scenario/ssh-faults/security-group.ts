/** Faults of security groups: the rule that should admit somebody does not; the rows for others stay as they are. */

import type { World } from '../../simulate/world';
import { admitInSecurityGroup } from '../admit';
import { type PermissionRow, tcpFrom } from '../blueprints/filter-rows';
import { lookalikesOf, OTHER_PORTS } from '../blueprints/target-rules';
import { type Design, SSH_PORT } from '../design';
import { edit } from '../edit';
import type { Random } from '../random';
import type { Fault } from '../ssh-fault';

/** F028: no rule for the port that is asked for. */
export const sgInMissing: Fault = {
  id: 'sg-in-missing',
  layer: 'security-group',
  applies: () => true,
  inject: (design, random) =>
    replaceRule(
      design,
      random,
      OTHER_PORTS.map((port) => tcpFrom(port, design.parts.clientRange)),
    ),
  repair: (_world, { parts }) => admitInSecurityGroup(parts),
};

/** F029: the rule names a range that the client has left, or never was in. */
export const sgWrongSource: Fault = {
  id: 'sg-wrong-source',
  layer: 'security-group',
  applies: () => true,
  inject: (design, random) =>
    replaceRule(
      design,
      random,
      lookalikesOf(design.parts.clientRange).map((range) => tcpFrom(SSH_PORT, range)),
    ),
  repair: (_world, { parts }) => admitInSecurityGroup(parts),
};

/** The rule that serves the intent gives way to one of these, which the group does not have yet. */
function replaceRule({ world, parts }: Design, random: Random, wrong: readonly PermissionRow[]): World {
  return edit(world, 'SecurityGroups', (group) => {
    if (group.GroupId !== parts.targetSecurityGroupId) return group;
    const own = group.IpPermissions ?? [];
    const rule = random.pick(wrong.filter((one) => !own.some((other) => isSame(one, other))));
    const intent = tcpFrom(SSH_PORT, parts.clientRange);
    return { ...group, IpPermissions: own.map((one) => (isSame(one, intent) ? rule : one)) };
  });
}

function isSame(one: PermissionRow, other: PermissionRow): boolean {
  return one.FromPort === other.FromPort && one.IpRanges?.[0]?.CidrIp === other.IpRanges?.[0]?.CidrIp;
}
