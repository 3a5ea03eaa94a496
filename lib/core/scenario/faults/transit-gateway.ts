/** Faults of transit gateways: routes that its tables lack, a zone that its attachment has no foot in, flows that meet two firewalls. */
import { contains } from '../../net/cidr';
import type { Change, World } from '../../simulate/world';
import { TROUBLESHOOTING, VPC_FAULTS } from '../exam-task';
import type { Fault } from '../fault';
import { ends, type IntentPath, met } from '../intent-path';
import { byCalls } from './by-calls';

const TASKS = [VPC_FAULTS, TROUBLESHOOTING];

/** F057 */
export const tgwRtbRoute: Fault = {
  id: 'tgw-rtb-route',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The transit gateway's route table does not take over the routes of the attachment that is asked for.",
  sites: (path) =>
    (['forward', 'return'] as const)
      .flatMap((leg) => met(path, leg, 'transit-gateway-route-table'))
      .flatMap(({ component, step: { by, packet } }) => {
        const attachmentId = by === 'no-route' || by.type !== 'propagated' ? undefined : by.attachmentIds[0];
        const others = [...path.world.network.transitGateways.values()]
          .flatMap(({ routeTables }) => routeTables.get(component)?.routes ?? [])
          .filter((route) => route !== by && contains(route.destination, packet.destination));
        // By a wider route it would still get somewhere.
        if (attachmentId === undefined || others.length > 0) return [];
        const call = {
          Service: 'ec2',
          TransitGatewayRouteTableId: component,
          TransitGatewayAttachmentId: attachmentId,
        } as const;
        return byCalls(
          path.design.world,
          [{ ...call, Action: 'DisableTransitGatewayRouteTablePropagation' }],
          {
            at: component,
            repair: (world) =>
              isPropagated(world, component, attachmentId)
                ? []
                : [{ ...call, Action: 'EnableTransitGatewayRouteTablePropagation' }],
          },
        );
      }),
};

function isPropagated({ Snapshot }: World, tableId: string, attachmentId: string): boolean {
  const table = Snapshot.TransitGatewayRouteTables?.find((row) => row.TransitGatewayRouteTableId === tableId);
  return (table?.Propagations ?? []).some((row) => row.TransitGatewayAttachmentId === attachmentId);
}

/** The attachment of the client's VPC, and its subnet in the client's zone. */
function entranceOf(path: IntentPath) {
  const { client } = ends(path);
  const row = path.design.world.Snapshot.TransitGatewayVpcAttachments?.find(
    ({ VpcId }) => VpcId === client?.subnet.vpc.id,
  );
  const SubnetId = row?.SubnetIds?.find(
    (id) => path.world.network.subnets.get(id)?.availabilityZone === client?.subnet.availabilityZone,
  );
  const crosses = met(path, 'forward', 'transit-gateway').length > 0;
  return row && SubnetId !== undefined && crosses
    ? { attachmentId: row.TransitGatewayAttachmentId, SubnetId }
    : undefined;
}

/** F059 */
export const tgwAz: Fault = {
  id: 'tgw-az',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: "The VPC's attachment has no subnet in the sender's zone, and takes nothing from there.",
  sites(path) {
    const entrance = entranceOf(path);
    if (!entrance) return [];
    const { attachmentId, SubnetId } = entrance;
    const call = {
      Service: 'ec2',
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: attachmentId,
    } as const;
    return byCalls(path.design.world, [{ ...call, RemoveSubnetIds: [SubnetId] }], {
      at: attachmentId,
      repair: ({ Snapshot }) =>
        Snapshot.TransitGatewayVpcAttachments?.some(
          (row) => row.TransitGatewayAttachmentId === attachmentId && row.SubnetIds?.includes(SubnetId),
        )
          ? []
          : [{ ...call, AddSubnetIds: [SubnetId] }],
    });
  },
};

/** F060: each way enters by the zone of its sender, so that request and answer meet different firewalls. */
export const tgwApplianceMode: Fault = {
  id: 'tgw-appliance-mode',
  layer: 'upstream',
  symptom: 'timeout',
  tasks: TASKS,
  says: 'Appliance mode is off: between zones, the firewall of one zone sees the request and that of another the answer.',
  sites(path) {
    const { client, server } = ends(path);
    if (client?.subnet.availabilityZone === server?.subnet.availabilityZone) return [];
    const row = path.design.world.Snapshot.TransitGatewayVpcAttachments?.find(
      ({ Options }) => Options?.ApplianceModeSupport === 'enable',
    );
    if (!row) return [];
    const mode = (ApplianceModeSupport: 'enable' | 'disable'): Change => ({
      Service: 'ec2',
      Action: 'ModifyTransitGatewayVpcAttachment',
      TransitGatewayAttachmentId: row.TransitGatewayAttachmentId,
      Options: { ApplianceModeSupport },
    });
    return byCalls(path.design.world, [mode('disable')], {
      at: row.TransitGatewayAttachmentId,
      repair: () => [mode('enable')],
    });
  },
};

export const TRANSIT_GATEWAY_FAULTS: readonly Fault[] = [tgwRtbRoute, tgwAz, tgwApplianceMode];
