/** What else goes on in an account while something fails: healthy neighbours, scanners, names and metadata that leave no record. */
import { formatAddress } from '../net/address';
import { addressAt, canonicalCidr } from '../net/cidr';
import type { TrafficDocument } from '../simulate/world';
import { STRETCH } from './attempt';
import type { HealthyDesign } from './blueprint';
import type { Random } from './random';

const iso = (time: number): string => new Date(time).toISOString();

export function lifeOf(design: HealthyDesign, random: Random): readonly TrafficDocument[] {
  return [
    ...design.background,
    ...healthChecks(design, random.fork('checks')),
    ...scanners(design, random.fork('scanners')),
    ...unlogged(design, random.fork('unlogged')),
  ];
}

/** Something inside asks a port of somebody inside, at a rhythm that never varies. */
function healthChecks(
  { intents, world, startsAt }: HealthyDesign,
  random: Random,
): readonly TrafficDocument[] {
  const inside = new Set(
    (world.Hosts ?? []).filter((host) => host.NetworkInterfaceIds?.length).map(({ Name }) => Name),
  );
  const candidates = intents.filter(({ from, server, to }) => {
    return inside.has(from) && inside.has(server) && !to.includes(':');
  });
  if (candidates.length === 0) return [];
  const { from, to, protocol, port } = random.pick(candidates);
  return [
    {
      From: from,
      To: to,
      Protocol: protocol,
      Port: port,
      Bytes: 90,
      ReplyBytes: 120,
      At: iso(startsAt + random.integer(1, 14) * 1000),
      Repeat: { Every: 30, Times: Math.floor(STRETCH / 30_000) - 1 },
    },
  ];
}

const TRIED_PORTS = [22, 23, 80, 445, 3306, 3389, 5900, 6379, 8080, 9200];

/** Whoever has a public address is tried. RFC 5737, TEST-NET-3, as everybody elsewhere. */
function scanners({ world, startsAt }: HealthyDesign, random: Random): readonly TrafficDocument[] {
  const addresses = (world.Snapshot.NetworkInterfaces ?? []).flatMap(({ Association }) =>
    Association?.PublicIp === undefined ? [] : [Association.PublicIp],
  );
  if (addresses.length === 0) return [];
  return Array.from({ length: random.integer(6, 14) }, () => ({
    From: `203.0.113.${random.integer(128, 249)}`,
    To: random.pick(addresses),
    Protocol: 'tcp',
    Port: random.pick(TRIED_PORTS),
    At: iso(startsAt + random.integer(5, 840) * 1000 + random.integer(0, 999)),
  }));
}

/** Every instance asks for names and for its own metadata, and no log tells of either. */
function unlogged({ world, startsAt }: HealthyDesign, random: Random): readonly TrafficDocument[] {
  const { Instances = [], Vpcs = [] } = world.Snapshot;
  const hosts = new Map(
    (world.Hosts ?? []).flatMap(({ Name, NetworkInterfaceIds = [] }) =>
      NetworkInterfaceIds.slice(0, 1).map((id) => [id, Name] as const),
    ),
  );
  const rows = world.Snapshot.NetworkInterfaces ?? [];
  return Instances.slice(0, 3).flatMap(({ InstanceId, VpcId }): readonly TrafficDocument[] => {
    const own = rows.find(({ Attachment }) => Attachment?.InstanceId === InstanceId);
    const block = canonicalCidr(Vpcs.find((vpc) => vpc.VpcId === VpcId)?.CidrBlock ?? '');
    const resolver = block && addressAt(block, 2);
    const From = hosts.get(own?.NetworkInterfaceId ?? '');
    if (From === undefined || resolver === undefined) return [];
    const at = (): string => iso(startsAt + random.integer(5, 600) * 1000);
    return [
      {
        From,
        To: formatAddress(resolver),
        Protocol: 'udp',
        Port: 53,
        At: at(),
        Repeat: { Every: random.integer(20, 60), Times: 5 },
      },
      { From, To: '169.254.169.254', Protocol: 'tcp', Port: 80, At: at() },
    ];
  });
}
