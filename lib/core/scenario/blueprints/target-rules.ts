/**
 * The rules around the target as teams leave them: rows for others, closed doors and gaps in every healthy design, so
 * that no oddity in a list is a clue by itself.
 */
import { OTHER_PORTS } from '../lookalike';
import type { Random } from '../random';
import { type AclEntryRow, aclEntry, type PermissionRow, tcpFrom, tcpFromGroup } from './filter-rows';

export interface TargetRules {
  readonly entries: readonly AclEntryRow[];
  readonly permissions: readonly PermissionRow[];
  /** Rule numbers of the network ACL entries that serve the intent. */
  readonly intentEntries: IntentEntries;
}

export interface IntentEntries {
  readonly inbound: number;
  readonly outbound: number;
}

/** Whom the rules name. */
export interface Around {
  readonly vpcCidr: string;
  /** Where the team's own way in stands, beside the client's. */
  readonly publicCidr: string;
  readonly publicGroup: string;
  readonly clientRange: string;
  /** A range that is easily taken for the client's. */
  readonly neighbours: string;
  /** Networks that are kept out. */
  readonly strangers: readonly string[];
}

type Ports = readonly [number, number];
type Line = readonly [action: 'allow' | 'deny', cidr: string, ports: Ports];

const ANYWHERE = '0.0.0.0/0';
const EPHEMERAL: Ports = [1024, 65535];
const SSH: Ports = [22, 22];

export function drawTargetRules(random: Random, around: Around): TargetRules {
  const inbound = drawInbound(random.fork('inbound'), around);
  const outbound = drawOutbound(random.fork('outbound'), around);
  return {
    entries: [...inbound.entries, ...outbound.entries],
    permissions: drawPermissions(random.fork('permissions'), around),
    intentEntries: { inbound: inbound.intent, outbound: outbound.intent },
  };
}

function drawInbound(random: Random, { vpcCidr, publicCidr, clientRange, neighbours, strangers }: Around) {
  const intent: Line = ['allow', clientRange, SSH];
  const others = some(random, [publicCidr, neighbours, vpcCidr]).map((cidr): Line => ['allow', cidr, SSH]);
  const keptOut = some(random, strangers).map((cidr): Line => ['deny', cidr, drawSshPorts(random)]);
  const closed = random.pick<Ports>([
    [23, 23],
    [3389, 3389],
  ]);
  const anyOrder = random.shuffle<Line>([
    intent,
    ...others,
    ...keptOut,
    ['allow', vpcCidr, [8080, 8080]],
    ['allow', vpcCidr, [8443, 8443]],
    ['allow', vpcCidr, EPHEMERAL],
    ...some<Line>(random, [['deny', ANYWHERE, closed]]),
  ]);
  // Behind everything that allows SSH it says what `*` says.
  const last = some<Line>(random, [['deny', ANYWHERE, SSH]]);
  return numbered(random, false, [...anyOrder, ...last], intent);
}

function drawOutbound(random: Random, { vpcCidr, clientRange }: Around) {
  const intent: Line = ['allow', clientRange, EPHEMERAL];
  const lines = random.shuffle<Line>([
    intent,
    ['allow', vpcCidr, [8443, 8443]],
    ['allow', vpcCidr, EPHEMERAL],
    ...some<Line>(random, [['deny', ANYWHERE, [25, 25]]]),
  ]);
  return numbered(random, true, lines, intent);
}

/** SSH alone, or with Telnet: both are how people write it. */
function drawSshPorts(random: Random): Ports {
  return [22, random.pick([22, 23])];
}

/** Numbers with gaps of all sizes, as in a list that has been edited for years. */
function numbered(random: Random, egress: boolean, lines: readonly Line[], intent: Line) {
  let number = random.integer(40, 100);
  let intentNumber = 0;
  const entries = lines.map((line) => {
    const [action, cidr, ports] = line;
    number += random.pick([3, 5, 8, 10, 10, 10, 20]);
    if (line === intent) intentNumber = number;
    return aclEntry(number, egress, cidr, ports, action);
  });
  return { entries, intent: intentNumber };
}

function drawPermissions(
  random: Random,
  { clientRange, publicCidr, publicGroup, neighbours, vpcCidr }: Around,
): readonly PermissionRow[] {
  const ssh = some(random, [tcpFrom(22, publicCidr), tcpFromGroup(22, publicGroup), tcpFrom(22, neighbours)]);
  const rest = some(random, [
    tcpFrom(random.pick(OTHER_PORTS), clientRange),
    tcpFrom(random.pick(OTHER_PORTS), vpcCidr),
  ]);
  return random.shuffle([tcpFrom(22, clientRange), ...ssh, ...rest]);
}

/** Any number of the items, from none to all, each number as likely. */
function some<T>(random: Random, items: readonly T[]): readonly T[] {
  return random.shuffle(items).slice(0, random.integer(0, items.length));
}
