/** Gateways, connections and what lies outside, as a drawing joins them. */
import type { OutsideHost } from '@/lib/core/quiz/view';
import type { Network } from '@/lib/core/vpc/network';
import type { Drawing, Joint, OutsideNode } from './drawing';
import { type Marks, serviceOf } from './drawing-marks';

const INTERNET = 'internet';
/** RFC 1918: what stands under such an address outside stands on premises. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;

/** Link-local: the metadata service, the resolver, the time service. */
const RESERVED = /^(169\.254\.|fe80:|fd00:ec2:)/;

type Between = Omit<Joint, 'difference' | 'role'>;

export function jointsOf(marks: Marks, hosts: readonly OutsideHost[]): Pick<Drawing, 'joints' | 'outside'> {
  const { network } = marks;
  const joints = [
    ...gateways(marks),
    ...peerings(network),
    ...transitGateways(network),
    ...endpoints(network),
  ];
  const meant = hosts.find(({ isClient, address }) => !isClient && address !== '')?.name;
  const named = joints.map(
    (joint): Joint => ({
      ...joint,
      role: joint.kind === 'endpoint' && joint.name === `${meant} endpoint` ? 'server' : 'other',
      difference: marks.differenceOf(joint.id),
    }),
  );
  return { joints: named, outside: outsideOf(named, hosts) };
}

function gateways({ network, homeOf }: Marks): readonly Between[] {
  return [
    ...[...network.internetGateways.values()].map(
      ({ id, vpcId }): Between => ({
        id,
        kind: 'internet-gateway',
        name: 'igw',
        says: 'internet gateway',
        vpcIds: homeOf(id, vpcId),
        outsideIds: [INTERNET],
      }),
    ),
    ...[...network.egressOnlyInternetGateways.values()].map(
      ({ id, vpcId }): Between => ({
        id,
        kind: 'egress-only-internet-gateway',
        name: 'eigw',
        says: 'egress-only internet gateway',
        vpcIds: homeOf(id, vpcId),
        outsideIds: [INTERNET],
      }),
    ),
    ...[...network.vpnGateways.values()].map(
      ({ id, vpcId }): Between => ({
        id,
        kind: 'vpn-gateway',
        name: 'vgw',
        says: 'virtual private gateway',
        vpcIds: homeOf(id, vpcId),
        outsideIds: [...premisesBehind(network, id)],
      }),
    ),
  ];
}

/** Connections that end at a gateway lead to premises; by Direct Connect through a gateway of its own. */
function premisesBehind(network: Network, gatewayId: string): readonly string[] {
  const vpns = [...network.vpnConnections.values()].filter(
    ({ vpnGatewayId, transitGatewayId }) => vpnGatewayId === gatewayId || transitGatewayId === gatewayId,
  );
  const direct = [...network.directConnectGateways.values()].filter(({ associations }) =>
    associations.some((association) => association.gatewayId === gatewayId),
  );
  const virtual = [...network.virtualInterfaces.values()].filter(
    ({ vpnGatewayId }) => vpnGatewayId === gatewayId,
  );
  return [
    ...new Set([
      ...vpns.map(({ id, customerGatewayId }) => customerGatewayId ?? id),
      ...direct.map(({ id }) => id),
      ...virtual.map(({ id }) => id),
    ]),
  ];
}

function peerings(network: Network): readonly Between[] {
  return [...network.vpcPeeringConnections.values()].map(({ id, requester, accepter }) => {
    const sides = [requester, accepter];
    return {
      id,
      kind: 'peering',
      name: 'peering',
      says: 'peering connection',
      vpcIds: sides.flatMap(({ vpc }) => vpc?.id ?? []),
      outsideIds: sides.flatMap(({ vpc, vpcId }) => (vpc ? [] : [vpcId])),
    };
  });
}

function transitGateways(network: Network): readonly Between[] {
  return [...network.transitGateways.values()].map(({ id, attachments }) => {
    const resources = [...attachments.values()].map(({ resource }) => resource);
    const vpcIds = resources.flatMap((resource) => (resource.kind === 'vpc' ? [resource.vpcId] : []));
    return {
      id,
      kind: 'transit-gateway',
      name: 'tgw',
      says: 'transit gateway',
      vpcIds: vpcIds.filter((vpcId) => network.vpcs.has(vpcId)),
      outsideIds: premisesBehind(network, id),
    };
  });
}

/** An interface endpoint stands in its subnets; a gateway endpoint belongs to the VPC. */
function endpoints(network: Network): readonly Between[] {
  return [...network.vpcEndpoints.values()]
    .filter(({ type }) => type === 'gateway')
    .map(({ id, vpcId, serviceName }) => ({
      id,
      kind: 'endpoint',
      name: `${serviceOf(serviceName)} endpoint`,
      says: `gateway endpoint of ${serviceOf(serviceName)}`,
      vpcIds: [vpcId],
      outsideIds: [],
    }));
}

function outsideOf(joints: readonly Joint[], hosts: readonly OutsideHost[]): readonly OutsideNode[] {
  const ids = [...new Set(joints.flatMap(({ outsideIds }) => outsideIds))];
  const roots = ids.map((id): OutsideNode => {
    const kind = id === INTERNET ? 'internet' : id.startsWith('vpc-') ? 'vpc' : 'premises';
    const name = kind === 'internet' ? 'internet' : kind === 'vpc' ? 'another VPC' : 'premises';
    return { id, kind, name, address: '', difference: undefined, role: 'other', behind: undefined };
  });
  const premises = roots.find(({ kind }) => kind === 'premises')?.id;
  // The two ends: the internet itself has no address, and a gateway that leads to it.
  const shown = hosts.filter(({ address }) => address !== '');
  const nodes = shown.map(
    ({ name, address, isClient }): OutsideNode => ({
      id: `${name} ${address}`.trim(),
      kind: 'host',
      name,
      address,
      difference: undefined,
      role: isClient ? 'client' : 'server',
      behind: RESERVED.test(address)
        ? undefined
        : PRIVATE.test(address) || !ids.includes(INTERNET)
          ? premises
          : INTERNET,
    }),
  );
  // A service behind an endpoint, the resolver and the like stand behind nothing that is drawn.
  return [...roots, ...nodes.filter(({ behind }) => behind !== undefined)];
}
