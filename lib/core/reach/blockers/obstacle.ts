/** What stands in the way: one setting, by AWS's code for it, and the components that the code names. */
import type { ConfigurationCode, NotReachableCode, SearchFilterCode } from '../../rules/explanation-codes';
import type { Direction } from '../../vpc/match';
import type { NetworkAclEntry } from '../../vpc/network-acl';
import type { Route } from '../../vpc/route-table';
import type { SecurityGroupRule } from '../../vpc/security-group';
import type { TransitGatewayRoute } from '../../vpc/transit-gateway';
import type { Repair } from './repair';

export interface Obstacle {
  /** Two obstacles with one key are one setting: whoever mends it has mended both. */
  readonly key: string;
  readonly code: NotReachableCode | SearchFilterCode | ConfigurationCode;
  readonly facts: ObstacleFacts;
  /** The Snapshot with this mended; undefined where no setting can. */
  readonly repair?: Repair | undefined;
}

/** An obstacle whose story waits until somebody asks: most are waived on ways that lead nowhere. */
export function obstacleOf(
  key: string,
  code: Obstacle['code'],
  tell: () => Pick<Obstacle, 'facts' | 'repair'>,
): Obstacle {
  return new UntoldObstacle(key, code, tell);
}

/** A class, because each object literal with accessors has a shape of its own, which outlives it. */
class UntoldObstacle implements Obstacle {
  #story: Pick<Obstacle, 'facts' | 'repair'> | undefined;

  constructor(
    readonly key: string,
    readonly code: Obstacle['code'],
    private readonly tell: () => Pick<Obstacle, 'facts' | 'repair'>,
  ) {}

  get facts(): ObstacleFacts {
    return this.#told.facts;
  }

  get repair(): Repair | undefined {
    return this.#told.repair;
  }

  get #told() {
    this.#story ??= this.tell();
    return this.#story;
  }
}

/** The fields of AWS's `Explanation`; components stand as ids, rows as this house has them. */
export interface ObstacleFacts {
  readonly Acl?: string;
  readonly AclRule?: { readonly entry: NetworkAclEntry; readonly direction: Direction };
  readonly Address?: string;
  readonly Addresses?: readonly string[];
  readonly AttachedTo?: string;
  readonly AvailabilityZones?: readonly string[];
  readonly AvailabilityZoneIds?: readonly string[];
  readonly Cidrs?: readonly string[];
  readonly Component?: string;
  readonly ComponentAccount?: string;
  readonly ComponentRegion?: string;
  readonly CustomerGateway?: string;
  readonly Destination?: string;
  readonly DestinationVpc?: string;
  readonly Direction?: Direction;
  readonly IngressRouteTable?: string;
  readonly InternetGateway?: string;
  readonly MissingComponent?: string;
  readonly NatGateway?: string;
  readonly NetworkInterface?: string;
  readonly PacketField?: string;
  readonly PortRanges?: readonly { readonly from: number; readonly to: number }[];
  readonly PrefixList?: string;
  readonly Protocols?: readonly string[];
  readonly RouteTable?: string;
  readonly RouteTableRoute?: Route;
  readonly SecurityGroup?: string;
  readonly SecurityGroupRule?: { readonly rule: SecurityGroupRule; readonly direction: Direction };
  readonly SecurityGroups?: readonly string[];
  readonly SourceVpc?: string;
  readonly State?: string;
  readonly Subnet?: string;
  readonly SubnetRouteTable?: string;
  readonly TransitGateway?: string;
  readonly TransitGatewayAttachment?: string;
  readonly TransitGatewayRouteTable?: string;
  readonly TransitGatewayRouteTableRoute?: TransitGatewayRoute;
  readonly Vpc?: string;
  readonly VpcEndpoint?: string;
  readonly VpcPeeringConnection?: string;
  readonly VpnConnection?: string;
  readonly VpnGateway?: string;
}

/** The obstacles of one analysis, each with a bit of its own: a set of them is a number, and a subset one AND. */
export class Obstacles {
  readonly #bits = new Map<string, bigint>();
  readonly #all: Obstacle[] = [];

  bitOf(obstacle: Obstacle): bigint {
    const known = this.#bits.get(obstacle.key);
    if (known !== undefined) return known;
    const bit = 1n << BigInt(this.#all.length);
    this.#bits.set(obstacle.key, bit);
    this.#all.push(obstacle);
    return bit;
  }

  in(mask: bigint): readonly Obstacle[] {
    return this.#all.filter((_, index) => ((mask >> BigInt(index)) & 1n) === 1n);
  }
}

export function countOf(mask: bigint): number {
  let count = 0;
  for (let rest = mask; rest > 0n; rest >>= 32n) {
    for (let word = Number(rest & 0xffffffffn); word !== 0; word &= word - 1) count++;
  }
  return count;
}

export function isSubset(inner: bigint, outer: bigint): boolean {
  return (inner & outer) === inner;
}
