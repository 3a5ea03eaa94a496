/**
 * One VPC with an internet gateway, three tiers in two zones, and somebody who connects to an instance in it by SSH:
 * from a peered VPC, or from an office on the internet.
 */
import type { HostDocument } from '../../simulate/world';
import { attempts, drawRhythm } from '../attempt';
import type { Intent } from '../intent';
import type { Random } from '../random';
import { type Family, type Parts, SSH_PORT, type SshDesign } from '../ssh-design';
import { backgroundTraffic } from '../traffic';
import { drawPlan, type Plan } from './plan';
import { snapshotOf } from './snapshot';

export function shopDesign(random: Random, family: Family, startsAt: number): SshDesign {
  const plan = drawPlan(random, family);
  const parts = partsOf(plan);
  const intent = intentOf(parts);
  const rhythm = drawRhythm(random.fork('attempts'), startsAt);
  return {
    blueprint: 'shop',
    startsAt,
    family,
    parts,
    world: { Snapshot: snapshotOf(plan, startsAt), Seed: plan.seed, Hosts: hostsOf(plan) },
    intents: [intent],
    forbidden: [],
    tried: attempts(intent, rhythm, { Bytes: 2200, ReplyBytes: 3400 }),
    background: backgroundTraffic(plan.servers, startsAt, random.fork('background')),
  };
}

function intentOf({ clientName: from, targetName: server, publicAddress, targetAddress }: Parts): Intent {
  const to = publicAddress ?? targetAddress;
  return {
    id: 'ssh',
    says: `SSH from ${from} to ${server}`,
    from,
    to,
    server,
    protocol: 'tcp',
    port: SSH_PORT,
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
    peering: peer && { clientVpcName: names.clientVpc, clientInterfaceId: peer.desktop.interfaceId },
    publicAddress: servers.target.publicAddress?.address,
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
