/** What has no place of its own in a drawing, and what stands for it. */
import type { Network } from '@/lib/core/vpc/network';

export function aliasesOf(network: Network): Readonly<Record<string, string>> {
  const { natGateways, vpcEndpoints, transitGateways, vpnConnections, instances, instanceInterfaces } =
    network;
  const entries: (readonly [string, string | undefined])[] = [
    ...[...natGateways.values()].map(({ id, networkInterface }) => [id, networkInterface?.id] as const),
    ...[...vpcEndpoints.values()].map(({ id, networkInterfaces: [first] }) => [id, first?.id] as const),
    ...[...instances.keys()].map((id) => [id, instanceInterfaces.get(id)?.id] as const),
    ...[...transitGateways.values()].flatMap(({ id, attachments, routeTables }) =>
      [...attachments.keys(), ...routeTables.keys()].map((own) => [own, id] as const),
    ),
    ...[...vpnConnections.values()].map(
      ({ id, vpnGatewayId, transitGatewayId }) => [id, vpnGatewayId ?? transitGatewayId] as const,
    ),
  ];
  return Object.fromEntries(entries.flatMap(([id, to]) => (to === undefined ? [] : [[id, to]])));
}
