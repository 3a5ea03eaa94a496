/**
 * Transit gateways in few words: `tgw('1', { a: 'tgw-a 10.1.9.5', b: 'tgw-b 10.2.9.5' }, ['10.1.0.0/16 a', '10.2.0.0/16 b'])`
 * is `tgw-1` with the attachments `tgw-attach-a` and `tgw-attach-b`, all on the table `tgw-rtb-1`.
 */
import type { TransitGatewayRouteRow } from '@/lib/core/ec2/schema/transit-gateway';
import type { Row } from '@/lib/core/scenario/blueprints/rows';
import { serviceInterface } from './gateways';
import { type Part, words } from './part';

interface RouteTableSketch {
  readonly for: readonly string[];
  readonly routes: readonly string[];
  /** Attachments whose routes it takes over. */
  readonly learns?: readonly string[];
}

export interface TgwSketch {
  /**
   * Name -> what is attached. A VPC by the name of the attachment: `app 10.1.1.5` (a subnet, and the address of the gateway's
   * interface there), once for every zone, and `appliance`, `no-groups`, `pending`. Else `vpn-…`, `dxgw-…` or `tgw-…` (a peering).
   */
  readonly attachments: Readonly<Record<string, string>>;
  /** Routes of the one table, or name -> table. */
  readonly routes: readonly string[] | Readonly<Record<string, RouteTableSketch>>;
  /** Security group referencing is off, as AWS makes it, unless this is true. */
  readonly groups?: boolean;
}

export function tgw(name: string, sketch: TgwSketch): Part {
  const TransitGatewayId = `tgw-${name}`;
  const attached = Object.entries(sketch.attachments).map(([one, text]) => parse(name, one, text));
  const tables: Readonly<Record<string, RouteTableSketch>> = isList(sketch.routes)
    ? { [name]: { for: Object.keys(sketch.attachments), routes: sketch.routes } }
    : sketch.routes;
  return {
    Snapshot: {
      TransitGateways: [
        {
          TransitGatewayId,
          State: 'available',
          Options: { SecurityGroupReferencingSupport: sketch.groups ? 'enable' : 'disable' },
        },
      ],
      TransitGatewayAttachments: attached.map(({ row }) => row),
      TransitGatewayVpcAttachments: attached.flatMap(({ vpcRow }) => vpcRow ?? []),
      TransitGatewayPeeringAttachments: attached.flatMap(({ peeringRow }) => peeringRow ?? []),
      NetworkInterfaces: attached.flatMap(({ interfaces }) => interfaces),
      TransitGatewayRouteTables: Object.entries(tables).map(
        ([table, { for: names, routes, learns = [] }]) => ({
          TransitGatewayRouteTableId: `tgw-rtb-${table}`,
          TransitGatewayId,
          Associations: names.map((one) => ({
            TransitGatewayAttachmentId: attachmentId(one),
            State: 'associated',
          })),
          Propagations: learns.map((one) => ({
            TransitGatewayAttachmentId: attachmentId(one),
            State: 'enabled',
          })),
          Routes: routes.map((text) => routeRow(text, sketch.attachments)),
        }),
      ),
    },
  };
}

function isList(routes: TgwSketch['routes']): routes is readonly string[] {
  return Array.isArray(routes);
}

export function attachmentId(name: string): string {
  return `tgw-attach-${name}`;
}

interface Attached {
  readonly row: Row<'TransitGatewayAttachments'>;
  readonly vpcRow?: Row<'TransitGatewayVpcAttachments'>;
  readonly peeringRow?: Row<'TransitGatewayPeeringAttachments'>;
  readonly interfaces: readonly Row<'NetworkInterfaces'>[];
}

function parse(gateway: string, name: string, text: string): Attached {
  const all = words(text);
  const [first = ''] = all;
  const TransitGatewayAttachmentId = attachmentId(name);
  const base = {
    TransitGatewayAttachmentId,
    TransitGatewayId: `tgw-${gateway}`,
    State: all.includes('pending') ? 'pendingAcceptance' : 'available',
  };
  const type = typeOf(first);
  if (type !== 'vpc') {
    const row = { ...base, ResourceType: type, ResourceId: first };
    if (type !== 'peering') return { row, interfaces: [] };
    const RequesterTgwInfo = { TransitGatewayId: base.TransitGatewayId };
    // Both gateways list the attachment; the row of the peering itself stands once.
    const peeringRow = {
      TransitGatewayAttachmentId,
      RequesterTgwInfo,
      AccepterTgwInfo: { TransitGatewayId: first },
    };
    return { row, interfaces: [], ...(base.TransitGatewayId < first && { peeringRow }) };
  }
  const places = all.flatMap((word, i) =>
    /^\d/.test(all[i + 1] ?? '') ? [[word, all[i + 1] ?? ''] as const] : [],
  );
  const onOff = (on: boolean) => (on ? ('enable' as const) : ('disable' as const));
  return {
    row: { ...base, ResourceType: 'vpc', ResourceId: `vpc-${name}` },
    vpcRow: {
      ...base,
      VpcId: `vpc-${name}`,
      SubnetIds: places.map(([subnet]) => `subnet-${subnet}`),
      Options: {
        ApplianceModeSupport: onOff(all.includes('appliance')),
        SecurityGroupReferencingSupport: onOff(!all.includes('no-groups')),
      },
    },
    interfaces: places.map(([subnet, address]) =>
      serviceInterface(`eni-tgw-${subnet}`, `subnet-${subnet}`, 'transit_gateway', address),
    ),
  };
}

function typeOf(word: string): string {
  if (word.startsWith('vpn-')) return 'vpn';
  if (word.startsWith('dxgw-')) return 'direct-connect-gateway';
  return word.startsWith('tgw-') ? 'peering' : 'vpc';
}

/** `10.2.0.0/16 b`, `10.2.0.0/16 b propagated`, `10.9.0.0/16 blackhole`, `pl-x b`. */
function routeRow(text: string, attachments: TgwSketch['attachments']): TransitGatewayRouteRow {
  const [destination = '', target = '', ...flags] = words(text);
  const isBlackhole = target === 'blackhole';
  const resource = words(attachments[target] ?? '')[0] ?? '';
  return {
    ...(destination.startsWith('pl-')
      ? { PrefixListId: destination }
      : { DestinationCidrBlock: destination }),
    Type: flags.includes('propagated') ? 'propagated' : 'static',
    State: isBlackhole || flags.includes('blackhole') ? 'blackhole' : 'active',
    ...(!isBlackhole && {
      TransitGatewayAttachments: [
        { TransitGatewayAttachmentId: attachmentId(target), ResourceType: typeOf(resource) },
      ],
    }),
  };
}
