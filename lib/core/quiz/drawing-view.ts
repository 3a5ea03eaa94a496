/** The network for a drawing: the healthy design, which gives nothing away, or the broken one beside it. */
import { invariant } from '../assert';
import type { SshDesign } from '../scenario/ssh-design';
import type { Network } from '../vpc/network';
import { parseNetwork } from '../vpc/parse-network';
import { differencesOf } from './drawing-difference';
import type { DrawingView } from './view';

export function designedView({ world, parts, family }: SshDesign): DrawingView {
  const door = parseNetwork(world.Snapshot);
  invariant(!('issues' in door), 'a healthy design passes the door');
  const internet = { name: 'internet', address: '', isClient: false };
  return {
    network: door.network,
    isDesign: true,
    differences: [],
    targetId: parts.targetInterfaceId,
    internetGatewayId: parts.internetGatewayId,
    clientInterfaceId: parts.peering?.clientInterfaceId,
    outside: parts.peering
      ? [internet]
      : [internet, { name: 'office', address: parts.clientAddress, isClient: true }],
    summary: family === 'peering' ? 'two VPCs, one peering connection' : 'one VPC, one internet gateway',
  };
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
