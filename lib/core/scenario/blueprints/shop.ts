/**
 * One VPC with an internet gateway, three tiers in two zones, and somebody who connects to an instance in it by SSH:
 * from a peered VPC, or from an office on the internet.
 */

import type { HostDocument } from '../../simulate/world';
import type { Design, Parts } from '../design';
import type { Random } from '../random';
import { backgroundTraffic, intentTraffic } from '../traffic';
import { drawPlan, type Plan } from './plan';
import { snapshotOf } from './snapshot';

export function shopDesign(random: Random, family: Design['family'], startsAt: number): Design {
  const plan = drawPlan(random, family);
  const parts = partsOf(plan);
  return {
    family,
    parts,
    world: {
      Snapshot: snapshotOf(plan, startsAt),
      Seed: plan.seed,
      Hosts: hostsOf(plan),
      Traffic: [
        intentTraffic(parts, startsAt, random.fork('attempts')),
        ...backgroundTraffic(plan.servers, startsAt, random.fork('background')),
      ],
    },
  };
}

function partsOf(plan: Plan): Parts {
  const { names, vpc, servers, subnets, client, peer } = plan;
  return {
    vpcId: vpc.id,
    vpcName: names.vpc,
    targetName: servers.target.name,
    targetInterfaceId: servers.target.interfaceId,
    targetAddress: servers.target.address,
    targetSubnetName: subnets.target.name,
    targetRouteTableId: plan.routeTables.target,
    targetSecurityGroupId: plan.groups.target,
    targetNetworkAclId: plan.networkAcls.target,
    neighbourInterfaceId: servers.neighbour.interfaceId,
    neighbourName: servers.neighbour.name,
    internetGatewayId: plan.internetGatewayId,
    flowLogId: plan.flowLogId,
    clientName: client.name,
    clientAddress: client.address,
    clientRange: client.range,
    peering: peer && {
      connectionId: peer.connectionId,
      clientVpcName: names.clientVpc,
      clientRouteTableId: peer.routeTableId,
      clientInterfaceId: peer.desktop.interfaceId,
      clientVpcCidr: peer.vpc.cidr,
      vpcCidr: vpc.cidr,
    },
    publicAddress: servers.target.publicAddress,
    intentEntries: plan.rules.intentEntries,
  };
}

function hostsOf({ servers: { target, neighbour }, client, peer }: Plan): readonly HostDocument[] {
  const listening = (...ports: readonly number[]) => ports.map((Port) => ({ Protocol: 'tcp', Port }));
  return [
    { Name: target.name, NetworkInterfaceIds: [target.interfaceId], Listeners: listening(22), Firewall: [] },
    { Name: neighbour.name, NetworkInterfaceIds: [neighbour.interfaceId], Listeners: listening(8080, 8443) },
    peer
      ? { Name: client.name, NetworkInterfaceIds: [peer.desktop.interfaceId] }
      : { Name: client.name, IpAddress: client.address },
  ];
}
