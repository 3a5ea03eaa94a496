/** The network as it was designed: the healthy world, so that the drawing gives nothing away. */
import { invariant } from '../assert';
import type { Design } from '../scenario/design';
import { parseNetwork } from '../vpc/parse-network';
import type { DrawingView } from './view';

export function drawingView({ world, parts, family }: Design): DrawingView {
  const door = parseNetwork(world.Snapshot);
  invariant(!('issues' in door), 'a healthy design passes the door');
  const internet = { name: 'internet', address: '', isClient: false };
  return {
    designed: door.network,
    targetId: parts.targetInterfaceId,
    clientInterfaceId: parts.peering?.clientInterfaceId,
    outside: parts.peering
      ? [internet]
      : [internet, { name: 'office', address: parts.clientAddress, isClient: true }],
    summary: family === 'peering' ? 'two VPCs, one peering connection' : 'one VPC, one internet gateway',
  };
}
