/** A hostile address gets through, by the door that everybody uses or by one that nobody needs: what keeps it out, and only it? */
import { applyChanges } from '../simulate/change';
import { works } from '../simulate/outcome';
import type { Change, World } from '../simulate/world';
import { drawStart } from './attempt';
import type { HealthyDesign } from './blueprint';
import { publicWeb } from './blueprints/public-web';
import { aclEntry } from './draft/network-acl';
import { tcpFrom } from './draft/security-group';
import { edit, editHost } from './edit';
import type { Intent } from './intent';
import { asked } from './intent-path';
import { openWorld } from './open-world';
import type { Random } from './random';
import { PACKET_LAWS } from './readings';

/** The site's own port, which all readers need, or one that was opened for a test and forgotten. */
export type Door = 'shared' | 'forgotten';

export interface ExposureCase {
  readonly door: Door;
  readonly design: HealthyDesign;
  readonly world: World;
  readonly hostile: Intent;
  readonly networkAclId: string;
  readonly securityGroupId: string;
  /** The number of the entry that lets the hostile address in. */
  readonly allow: number;
}

const FORGOTTEN_PORT = 8088;
const ANYWHERE = '0.0.0.0/0';

export function drawExposure(door: Door, random: Random): ExposureCase | undefined {
  const design = publicWeb.draw(random.fork('design'), drawStart(random.fork('time')));
  const { Snapshot } = design.world;
  const listing = (from: string) =>
    Snapshot.NetworkAcls?.find(({ Entries = [] }) =>
      Entries.some(({ CidrBlock }) => CidrBlock === `${addressOf(design, from)}/32`),
    );
  // The design's own list keeps it out: in the case that entry is gone.
  const hostile = design.forbidden.find(({ from }) => listing(from) !== undefined);
  const acl = hostile && listing(hostile.from);
  const group = Snapshot.SecurityGroups?.find(({ GroupName }) => GroupName === 'web');
  if (!hostile || !acl || !group) return undefined;
  const undefended = edit(design.world, 'NetworkAcls', (row) =>
    row === acl
      ? {
          ...row,
          Entries: (row.Entries ?? []).filter(
            ({ CidrBlock }) => CidrBlock !== `${addressOf(design, hostile.from)}/32`,
          ),
        }
      : row,
  );
  const port = door === 'shared' ? hostile.port : FORGOTTEN_PORT;
  const world =
    door === 'shared'
      ? undefended
      : withForgottenDoor(undefended, hostile.server, acl.NetworkAclId, group.GroupId);
  const entries =
    world.Snapshot.NetworkAcls?.find(({ NetworkAclId }) => NetworkAclId === acl.NetworkAclId)?.Entries ?? [];
  const allow = entries.find(({ Egress, PortRange }) => !Egress && PortRange?.From === port)?.RuleNumber;
  if (allow === undefined) return undefined;
  return {
    door,
    design,
    world,
    hostile: { ...hostile, port },
    networkAclId: acl.NetworkAclId,
    securityGroupId: group.GroupId,
    allow,
  };
}

export function addressOf({ world }: HealthyDesign, name: string): string | undefined {
  return world.Hosts?.find(({ Name }) => Name === name)?.IpAddress;
}

function withForgottenDoor(world: World, server: string, aclId: string, groupId: string): World {
  const listed = edit(world, 'NetworkAcls', (row) =>
    row.NetworkAclId === aclId
      ? {
          ...row,
          Entries: [...(row.Entries ?? []), aclEntry(95, false, ANYWHERE, [FORGOTTEN_PORT, FORGOTTEN_PORT])],
        }
      : row,
  );
  const admitted = edit(listed, 'SecurityGroups', (row) =>
    row.GroupId === groupId
      ? {
          ...row,
          IpPermissions: [...(row.IpPermissions ?? []), tcpFrom(FORGOTTEN_PORT, ANYWHERE)],
        }
      : row,
  );
  return editHost(admitted, server, (host) => ({
    ...host,
    Listeners: [...(host.Listeners ?? []), { Protocol: 'tcp', Port: FORGOTTEN_PORT }],
  }));
}

/** Whether these changes keep the hostile address out and leave everybody else in, under every reading. */
export function keepsOut({ world, design, hostile }: ExposureCase, changes: readonly Change[]): boolean {
  const applied = applyChanges(world, changes);
  if ('error' in applied) return false;
  const changed = openWorld(applied.world);
  return PACKET_LAWS.every(
    (laws) =>
      !works(asked(changed, hostile, laws).connection) &&
      design.intents.every((intent) => works(asked(changed, intent, laws).connection)),
  );
}
