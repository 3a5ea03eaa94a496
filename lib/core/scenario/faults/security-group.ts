/** Faults of security groups: the rule that should admit somebody does not. */

import { admitInSecurityGroup } from '../admit';
import { tcpFrom } from '../blueprints/filter-rows';
import { SSH_PORT } from '../design';
import { edit } from '../edit';
import type { Fault } from '../fault';

/** F028: no rule for the port or source that is asked for. */
export const sgInMissing: Fault = {
  id: 'sg-in-missing',
  layer: 'security-group',
  applies: () => true,
  inject({ world, parts }, random) {
    const wrongRule = random.pick([
      tcpFrom(2222, parts.clientRange),
      tcpFrom(443, parts.clientRange),
      tcpFrom(3389, parts.clientRange),
    ]);
    return edit(world, 'SecurityGroups', (group) =>
      group.GroupId === parts.targetSecurityGroupId ? { ...group, IpPermissions: [wrongRule] } : group,
    );
  },
  repair: (_world, { parts }) => admitInSecurityGroup(parts),
};

/** F029: the rule names a range that the client has left, or never was in. */
export const sgWrongSource: Fault = {
  id: 'sg-wrong-source',
  layer: 'security-group',
  applies: () => true,
  inject({ world, parts }, random) {
    const octets = parts.clientAddress.split('.').map(Number);
    const third = (octets[2] ?? 0) + random.integer(1, 3);
    const oldRange = parts.peering
      ? `${octets[0]}.${octets[1]}.${third}.0/24`
      : `192.0.2.${16 * random.integer(1, 14)}/28`;
    return edit(world, 'SecurityGroups', (group) =>
      group.GroupId === parts.targetSecurityGroupId
        ? { ...group, IpPermissions: [tcpFrom(SSH_PORT, oldRange)] }
        : group,
    );
  },
  repair: (_world, { parts }) => admitInSecurityGroup(parts),
};
