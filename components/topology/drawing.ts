/** What is drawn: VPCs, zones, subnets and interfaces as a tree, and what joins them. Plain data; knows no pixels. */
import type { DrawingDifference } from '@/lib/core/quiz/view';

export interface Drawing {
  /** The one that the case is about first. */
  readonly vpcs: readonly [VpcBox, ...VpcBox[]];
  readonly joints: readonly Joint[];
  readonly outside: readonly OutsideNode[];
  /** Ids of what has no place of its own -> the id of what stands for it: a NAT gateway's interface, an attachment's gateway. */
  readonly aliases: Readonly<Record<string, string>>;
}

/** What stands in a drawing under a name, and how it differs from what was designed. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly difference: DrawingDifference | undefined;
}

/** The interface that the question is about; who tries; who is meant, where that is not the target. */
export type Role = 'target' | 'client' | 'server' | 'other';

export type JointKind =
  | 'internet-gateway'
  | 'egress-only-internet-gateway'
  | 'vpn-gateway'
  | 'peering'
  | 'transit-gateway'
  | 'endpoint';

/** A gateway, a connection or a gateway endpoint. */
export interface Joint extends Named {
  readonly kind: JointKind;
  /** A gateway endpoint may stand for the service that is meant. */
  readonly role: Role;
  /** "internet gateway": what it is, in full. */
  readonly says: string;
  /** VPCs of the drawing that it is attached to or joins. */
  readonly vpcIds: readonly string[];
  /** What lies behind it outside, where that is drawn. */
  readonly outsideIds: readonly string[];
}

export interface OutsideNode extends Named {
  readonly kind: 'internet' | 'premises' | 'host' | 'vpc';
  readonly address: string;
  readonly role: Role;
  /** For a host: what it stands behind. */
  readonly behind: string | undefined;
}

export interface VpcBox extends Named {
  readonly cidrs: readonly string[];
  readonly zones: readonly ZoneBox[];
  /** Row names in order, public ones first: the tier that subnets of several zones share. */
  readonly tiers: readonly string[];
}

export interface ZoneBox {
  readonly name: string;
  readonly subnets: readonly SubnetBox[];
}

export interface SubnetBox extends Named {
  readonly tier: string;
  readonly cidrs: readonly string[];
  readonly isPublic: boolean;
  readonly interfaces: readonly InterfaceNode[];
}

export type InterfaceKind =
  | 'instance'
  | 'function'
  | 'nat-gateway'
  | 'transit-gateway'
  | 'endpoint'
  | 'balancer'
  /** Several of them, counted. */
  | 'folded';

export interface InterfaceNode extends Named {
  readonly kind: InterfaceKind;
  /** The primary IPv4 address, then those of IPv6. */
  readonly addresses: readonly string[];
  readonly role: Role;
}

export function subnetsOf(
  drawing: Drawing,
): readonly { readonly vpc: VpcBox; readonly zone: ZoneBox; readonly subnet: SubnetBox }[] {
  return drawing.vpcs.flatMap((vpc) =>
    vpc.zones.flatMap((zone) => zone.subnets.map((subnet) => ({ vpc, zone, subnet }))),
  );
}

export function interfacesOf(drawing: Drawing): readonly InterfaceNode[] {
  return subnetsOf(drawing).flatMap(({ subnet }) => subnet.interfaces);
}
