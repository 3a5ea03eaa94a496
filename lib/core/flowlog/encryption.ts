/**
 * `encryption-status`: what encryption controls can tell of a packet without looking into it.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
 */
import { TCP } from '../net/protocol';
import type { Network } from '../vpc/network';
import type { NetworkInterface } from '../vpc/network-interface';
import { isAtInterface, type Seen } from './subject';

const HTTPS = 443;

/** 0 none, 1 by the Nitro hardware of both ends, 2 by the application, 3 by both; `null` while the VPC's controls are off. */
export function encryptionStatus(network: Network, seen: Seen): 0 | 1 | 2 | 3 | null {
  if (!isAtInterface(seen)) return null;
  const { networkInterface, nextHop } = seen;
  if (!network.recordSources.encryptionControls.has(networkInterface.subnet.vpc.id)) return null;
  const byNitro = isNitro(networkInterface) && nextHop !== undefined && isNitro(nextHop) ? 1 : 0;
  const byApplication = isToEndpoint(seen) ? 2 : 0;
  return (byNitro + byApplication) as 0 | 1 | 2 | 3;
}

function isNitro({ instance }: NetworkInterface): boolean {
  return instance?.isNitro ?? false;
}

/** HTTPS to or from an endpoint: taken for encrypted by its port. */
function isToEndpoint({
  packet,
  trafficPath,
  networkInterface,
  nextHop,
}: Extract<Seen, { networkInterface: unknown }>) {
  const isHttps =
    packet.protocol === TCP && (packet.destinationPort === HTTPS || packet.sourcePort === HTTPS);
  const ends = [networkInterface, nextHop];
  return isHttps && (trafficPath === 7 || ends.some((end) => end?.interfaceType === 'vpc_endpoint'));
}
