/** Which evidence is about which part of the drawing, by the design: a subnet's table, an interface's groups. Runs on the server. */
import type { Offer } from '@/lib/core/quiz/evidence/offer';
import type { Network } from '@/lib/core/vpc/network';

export function relatedOffers(
  network: Network,
  offers: readonly Offer[],
): Readonly<Record<string, readonly string[]>> {
  const known = new Map<string, string[]>();
  for (const { id, component } of offers) known.set(component, [...(known.get(component) ?? []), id]);
  const about = (ids: readonly string[]): readonly string[] => [
    ...new Set(ids.flatMap((id) => known.get(id) ?? [])),
  ];
  const interfaces = [...network.networkInterfaces.values()].map((eni) => {
    const owners = [
      ...[...network.natGateways.values()].filter((nat) => nat.networkInterface?.id === eni.id),
      ...[...network.vpcEndpoints.values()].filter((one) =>
        one.networkInterfaces.some(({ id }) => id === eni.id),
      ),
    ];
    return [
      eni.id,
      about([
        eni.id,
        ...(eni.instance ? [eni.instance.id] : []),
        ...owners.map(({ id }) => id),
        ...eni.securityGroups.map(({ id }) => id),
        eni.subnet.routeTable.id,
        eni.subnet.networkAcl.id,
      ]),
    ] as const;
  });
  const subnets = [...network.subnets.values()].map(
    ({ id, routeTable, networkAcl }) => [id, about([id, routeTable.id, networkAcl.id])] as const,
  );
  const transit = [...network.transitGateways.values()].map(
    ({ id, routeTables }) => [id, about([id, ...routeTables.keys()])] as const,
  );
  return Object.fromEntries([...interfaces, ...subnets, ...transit]);
}
