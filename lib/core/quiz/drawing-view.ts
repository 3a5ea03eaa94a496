/** The network for a drawing: the healthy design, which gives nothing away, or the broken one beside it. */
import { invariant } from '../assert';
import type { HealthyDesign } from '../scenario/blueprint';
import { BLUEPRINTS } from '../scenario/blueprints/catalogue';
import { ends, type IntentPath } from '../scenario/intent-path';
import type { SshDesign } from '../scenario/ssh-design';
import type { Network } from '../vpc/network';
import { parseNetwork } from '../vpc/parse-network';
import { differencesOf } from './drawing-difference';
import type { DrawingView, OutsideHost } from './view';

export function designedView({ world, parts, family }: SshDesign): DrawingView {
  const door = parseNetwork(world.Snapshot);
  invariant(!('issues' in door), 'a healthy design passes the door');
  return {
    network: door.network,
    isDesign: true,
    differences: [],
    targetId: parts.targetInterfaceId,
    internetGatewayId: parts.internetGatewayId,
    clientInterfaceId: parts.peering?.clientInterfaceId,
    outside: parts.peering
      ? [INTERNET]
      : [INTERNET, { name: 'office', address: parts.clientAddress, isClient: true }],
    summary: family === 'peering' ? 'two VPCs, one peering connection' : 'one VPC, one internet gateway',
  };
}

const INTERNET: OutsideHost = { name: 'internet', address: '', isClient: false };

/** The design of an intent, and where its two ends are. `from`: who tries, where that is somebody else. */
export function designOf({ design, world, ...rest }: IntentPath, from = rest.intent.from): DrawingView {
  const { client, server } = ends({ design, world, ...rest });
  const target = server ?? client;
  invariant(target, 'an intent begins or ends inside');
  return {
    ...designAround(design, world.network, target.id, [from, rest.intent.server]),
    clientInterfaceId: client === target ? undefined : client?.id,
  };
}

/** A design about one interface; of the named hosts those are drawn that stand outside, the first as who tries. */
export function designAround(
  design: HealthyDesign,
  network: Network,
  targetId: string,
  [from, server]: readonly [from?: string, server?: string],
): DrawingView {
  const vpcId = network.networkInterfaces.get(targetId)?.subnet.vpc.id;
  return {
    network,
    isDesign: true,
    differences: [],
    targetId,
    internetGatewayId: [...network.internetGateways.values()].find((gateway) => gateway.vpcId === vpcId)?.id,
    clientInterfaceId: undefined,
    outside: outsideOf(design, network, from, server),
    summary: BLUEPRINTS.find(({ id }) => id === design.blueprint)?.says ?? design.blueprint,
  };
}

/** The internet where there is a way to it, and whoever of the two ends stands outside. */
function outsideOf(
  { world }: HealthyDesign,
  network: Network,
  from: string | undefined,
  server: string | undefined,
): readonly OutsideHost[] {
  const hosts = (world.Hosts ?? []).flatMap(({ Name, IpAddress }) =>
    IpAddress !== undefined && (Name === from || Name === server)
      ? [{ name: Name, address: IpAddress, isClient: Name === from }]
      : [],
  );
  return network.internetGateways.size > 0 ? [INTERNET, ...hosts] : hosts;
}

/** What may be shown once the answer is given. */
export function actualView(design: SshDesign, network: Network): DrawingView {
  const designed = designedView(design);
  return {
    ...designed,
    network,
    isDesign: false,
    differences: differencesOf(designed.network, network),
  };
}
