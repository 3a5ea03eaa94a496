/** A security group's rows that admit an intent, written wrong where they stand: rows for others stay as they are. */
import type { PermissionRow } from '../draft/security-group';
import { edit } from '../edit';
import type { Site } from '../fault';
import type { IntentPath } from '../intent-path';
import { permissionsFor, revoked, rowsOf } from './at-groups';

/** Each row that admits the intent gives way to one of others, which the group does not have yet. */
export function inPlace(
  path: IntentPath,
  groupId: string,
  others: (row: PermissionRow) => readonly PermissionRow[],
): readonly Site[] {
  const rows = rowsOf(path, groupId, 'ingress');
  const admitting = permissionsFor(path, groupId, 'ingress');
  const choices = admitting.map((row) =>
    others(row).filter((one) => !rows.some((other) => isSame(one, other))),
  );
  if (choices.length === 0 || choices.some((some) => some.length === 0)) return [];
  const [site] = revoked(path, groupId, 'ingress');
  return site
    ? [
        {
          ...site,
          inject: (random) =>
            edit(path.design.world, 'SecurityGroups', (group) =>
              group.GroupId === groupId
                ? {
                    ...group,
                    IpPermissions: rows.map((row) => {
                      const some = choices[admitting.indexOf(row)];
                      return some ? random.pick(some) : row;
                    }),
                  }
                : group,
            ),
        },
      ]
    : [];
}

function isSame(one: PermissionRow, other: PermissionRow): boolean {
  const key = ({ FromPort, IpRanges, Ipv6Ranges, UserIdGroupPairs }: PermissionRow): string =>
    JSON.stringify([
      FromPort,
      IpRanges?.[0]?.CidrIp,
      Ipv6Ranges?.[0]?.CidrIpv6,
      UserIdGroupPairs?.[0]?.GroupId,
    ]);
  return key(one) === key(other);
}
