/** On the internet: a public address belongs to an interface behind a gateway, or to somebody outside. */
import { formatCidr } from '../../net/cidr';
import { formatIpv4 } from '../../net/ipv4';
import { LINK_LOCAL, RFC1918, RFC6598 } from '../../net/special';
import type { NatGateway } from '../../vpc/nat-gateway';
import type { Vpc } from '../../vpc/vpc';
import type { Obstacle } from '../blockers/obstacle';
import type { Station } from '../ends/station';
import { narrow, without } from '../flow';
import { endsOf } from '../leg';
import { AWS_LIMITS } from '../limits';
import type { Onward } from '../motion';
import type { Search } from '../search';
import { restore, type Session, type Way } from '../way';
import { enterByInternetGateway } from './internet-gateway-entry';
import { judge } from './judge';
import { associate, unknownPublic } from './public-address';
import { answerToRegionalNat } from './regional-nat-gateway';

const UNROUTED = [...RFC1918, RFC6598, ...LINK_LOCAL];

export function enterInternet(
  search: Search,
  way: Way,
  gatewayId: string | undefined,
  into?: Vpc,
): readonly Onward[] {
  const { space } = search;
  const { to } = endsOf(way.leg);
  const nats = natsOf(search, to).filter(({ gateway }) => !into || gateway.vpcId === into.id);
  const vpcs = vpcsOf(search, to).filter(({ vpc }) => !into || vpc.id === into.id);
  const owned = space.union([...nats, ...vpcs].map(({ packets }) => packets));
  const restored = way.leg === 'return' ? answerToWaived(search, way, owned) : meantFor(search, way, into);
  // Somebody outside is taken to have every public address that nobody inside has, unless it would be the sender.
  const cameFromInside = gatewayId !== undefined || way.last !== undefined;
  const reachable = cameFromInside ? space.everything : owned;
  const routed = space.everything.subtract(search.within(to, UNROUTED));
  const onward = judge(
    search,
    { ...way, leftBy: undefined },
    {
      component: 'internet',
      kind: 'internet',
      checks: [{ accepts: routed.intersect(reachable) }],
    },
  );
  if (!onward) return restored;
  const inside =
    cameFromInside && way.leg === 'forward'
      ? reflected(search, { ...onward, flow: narrow(onward.flow, owned) }, gatewayId)
      : onward;
  const outside = without(onward.flow, owned);
  return [
    ...restored,
    ...(inside
      ? [
          ...nats.flatMap(({ gateway, packets }) =>
            share(inside, packets, (some) => answerToRegionalNat(search, some, gateway)),
          ),
          ...vpcs.flatMap(({ vpc, packets }) =>
            share(inside, packets, (some) => enterByInternetGateway(search, some, vpc)),
          ),
        ]
      : []),
    ...(outside.length > 0
      ? [{ way: { ...onward, flow: outside }, motion: { to: 'outside' } } as const]
      : []),
  ];
}

function share(
  way: Way,
  packets: Parameters<typeof narrow>[1],
  then: (some: Way) => readonly Onward[],
): readonly Onward[] {
  const flow = narrow(way.flow, packets);
  return flow.length === 0 ? [] : then({ ...way, flow });
}

function natsOf({ space, network }: Search, to: 'source' | 'destination') {
  return [...network.natGateways.values()]
    .filter(({ regional }) => regional)
    .map((gateway: NatGateway) => ({ gateway, packets: space.box({ [to]: gateway.addresses }) }));
}

function vpcsOf({ space, network, publicPairs }: Search, to: 'source' | 'destination') {
  return [...publicPairs].flatMap(([id, pairs]) => {
    const vpc: Vpc | undefined = network.vpcs.get(id);
    return vpc
      ? [{ vpc, packets: space.box({ [to]: pairs.map(({ publicAddress }) => publicAddress) }) }]
      : [];
  });
}

/** To the interface that is meant, which no public address stands for: that is what would have to be mended. */
function meantFor(search: Search, way: Way, into: Vpc | undefined): readonly Onward[] {
  const id = search.waiving?.aimOf(way).interfaceId;
  const station = id === undefined ? undefined : search.stations.byInterface.get(id);
  const gatewayId = into?.internetGatewayId;
  if (!station || !into || gatewayId === undefined) return [];
  const isInside = station.subnet.vpc.id === into.id;
  const hasPublic = station.interfaces.some(({ privateAddresses }) =>
    privateAddresses.some(({ publicAddress }) => publicAddress !== undefined),
  );
  if (isInside && hasPublic) return [];
  const { to } = endsOf(way.leg);
  const waived = judge(
    search,
    { ...way, flow: narrow(way.flow, unknownPublic(search, to)) },
    {
      component: gatewayId,
      kind: 'internet-gateway',
      direction: 'ingress',
      at: { vpcId: into.id },
      checks: [
        {
          accepts: search.space.nothing,
          obstacle: () => (isInside ? notPublic(gatewayId, station) : notInside(gatewayId, into)),
        },
      ],
      translate: (packets) => packets.rewrite(to, station.addresses),
    },
  );
  if (!waived) return [];
  const head: Session = {
    translator: gatewayId,
    vpcId: into.id,
    kind: 'into-vpc',
    inside: way.flow,
    outside: waived.flow,
    undo: (packets) => packets.forget(to),
  };
  const entered = { ...waived, sessions: { head, tail: waived.sessions } };
  return [{ way: entered, motion: { to: 'vpc-edge', gatewayId, vpc: station.subnet.vpc } }];
}

function notPublic(gatewayId: string, { id, addresses, subnet }: Station): Obstacle {
  return {
    key: `public-address ${id}`,
    code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
    facts: { InternetGateway: gatewayId, Address: addresses.map(formatIpv4)[0] ?? '', Vpc: subnet.vpc.id },
    repair: associate(id),
  };
}

function notInside(gatewayId: string, { id, cidrs }: Vpc): Obstacle {
  return {
    key: `igw-destination ${gatewayId}`,
    code: 'IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS',
    facts: { InternetGateway: gatewayId, Vpc: id, Cidrs: cidrs.map(formatCidr) },
  };
}

/** See AWS_LIMITS.noReflection. */
function reflected(search: Search, way: Way, gatewayId: string | undefined): Way | undefined {
  if (search.mode !== 'aws' || way.flow.length === 0) return way;
  return judge(search, way, {
    component: gatewayId ?? 'internet',
    kind: 'internet-gateway',
    checks: [
      {
        accepts: search.space.nothing,
        obstacle: () =>
          gatewayId === undefined
            ? undefined
            : {
                key: `${AWS_LIMITS.noReflection.id} ${gatewayId}`,
                code: 'IGW_NAT_REFLECTION',
                facts: {
                  InternetGateway: gatewayId,
                  Vpc: search.network.internetGateways.get(gatewayId)?.vpcId ?? '',
                },
              },
      },
    ],
  });
}

/** An answer to an address that would have been there, had it not been waived. */
function answerToWaived(search: Search, way: Way, owned: Parameters<typeof narrow>[1]): readonly Onward[] {
  const session = way.sessions?.head;
  if (!search.waiving || session?.kind !== 'internet-gateway') return [];
  const vpc = search.network.vpcs.get(session.vpcId);
  const flow = restore(session, without(way.flow, owned));
  if (!vpc || flow.length === 0) return [];
  const back = { ...way, flow, sessions: way.sessions?.tail };
  return [{ way: back, motion: { to: 'vpc-edge', gatewayId: session.translator, vpc } }];
}
