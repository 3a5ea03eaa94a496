/**
 * The World document: what AWS can tell (Snapshot), what it cannot (Hosts), who talks to whom (Traffic), and what
 * changes when (Timeline). Keys are in the document's own spelling; `read-world.ts` is its door for files.
 */
import type { Action } from '../ec2/actions/action';
import type { Snapshot } from '../ec2/schema/snapshot';

export interface World {
  readonly Snapshot: Snapshot;
  /** ISO 8601; when somebody looks. Default: after the last packet. */
  readonly Now?: string | undefined;
  /** Feeds only what the rules leave open: ephemeral ports. Default "0". */
  readonly Seed?: string | undefined;
  readonly Hosts?: readonly HostDocument[] | undefined;
  readonly Premises?: readonly PremisesDocument[] | undefined;
  readonly Traffic?: readonly TrafficDocument[] | undefined;
  readonly Timeline?: readonly TimedChanges[] | undefined;
  /** Stretches of which AWS loses the records of an interface: its log then says SKIPDATA. */
  readonly LostRecords?: readonly LostRecordsDocument[] | undefined;
}

export interface LostRecordsDocument {
  readonly NetworkInterfaceId: string;
  readonly From: string;
  readonly To: string;
}

export interface HostDocument {
  readonly Name: string;
  readonly NetworkInterfaceIds?: readonly string[] | undefined;
  readonly IpAddress?: string | undefined;
  /** For a host on the premises: their name, a connection that ends there, or its customer gateway. */
  readonly Behind?: string | undefined;
  /** Which of several interfaces leads to other subnets, for answers too; left out: an answer leaves where the request came in. */
  readonly DefaultInterfaceId?: string | undefined;
  /** What becomes of packets that are not for the host itself. Default `route`: passed on unchanged. */
  readonly Forwarding?: 'route' | 'masquerade' | 'off' | undefined;
  readonly Listeners?: readonly ListenerDocument[] | undefined;
  /**
   * First match, else accepted; it follows connections. A host that passes packets on applies `in` to them too, and with any
   * rule at all drops what belongs to no connection that it has seen begin.
   */
  readonly Firewall?: readonly FirewallRuleDocument[] | undefined;
  readonly EphemeralPorts?: readonly [number, number] | undefined;
}

/** What lies behind VPN connections and virtual interfaces: one router of somebody's own. */
export interface PremisesDocument {
  readonly Name: string;
  /** `vpn-…` and `dxvif-…`, the preferred one first. */
  readonly Connections: readonly string[];
  /** Blocks told to AWS by BGP. Default: whatever AWS routes there. */
  readonly Advertises?: readonly string[] | undefined;
  /** Blocks that the router sends into AWS. Default: whatever AWS offers. */
  readonly Routes?: readonly string[] | undefined;
}

export interface ListenerDocument {
  readonly Protocol: string;
  readonly Port?: number | undefined;
  readonly Bind?: string | undefined;
}

export interface FirewallRuleDocument {
  readonly Direction: 'in' | 'out';
  readonly Protocol?: string | undefined;
  readonly Port?: number | undefined;
  readonly Do: 'drop' | 'reject' | 'accept';
}

export interface TrafficDocument {
  /** A host's name, an interface or instance id, or an address. */
  readonly From: string;
  readonly To: string;
  readonly Protocol: string;
  readonly Port?: number | undefined;
  readonly SourcePort?: number | undefined;
  readonly IcmpType?: number | undefined;
  readonly IcmpCode?: number | undefined;
  readonly At: string;
  /** Requests on one connection, or packets of a ping. Default 1. */
  readonly Requests?: number | undefined;
  /** Seconds from one of them to the next. Default 1. */
  readonly Pause?: number | undefined;
  /** A segment of a TCP connection that comes again after its close, so many seconds late. */
  readonly Late?: { readonly By: 'client' | 'server'; readonly After: number } | undefined;
  /** The call that each request makes of a service behind an endpoint: what an endpoint policy judges. */
  readonly Call?: ServiceCallDocument | undefined;
  /** Payload of each request in bytes. Default 64 (56 for ICMP, as ping sends). */
  readonly Bytes?: number | undefined;
  /** Payload of each answer in bytes. Default: as many as the request's. */
  readonly ReplyBytes?: number | undefined;
  /** The same again, `Times` times in all, every `Every` seconds; each TCP or UDP one from a new source port. */
  readonly Repeat?: { readonly Every: number; readonly Times: number } | undefined;
}

export interface ServiceCallDocument {
  /** `s3:GetObject` */
  readonly Action: string;
  readonly Resource: string;
  /** ARN of whoever calls. Default `*`: it does not matter. */
  readonly Principal?: string | undefined;
}

export interface TimedChanges {
  readonly At: string;
  readonly Changes: readonly Change[];
}

/** One edit of a World: an AWS API call, or something on a host that no API reaches. */
export type Change = Action | HostChange;

export type HostChange =
  | ({
      readonly Service: 'host';
      readonly Action: 'StartListener' | 'StopListener';
      readonly Host: string;
    } & ListenerDocument)
  | ({
      readonly Service: 'host';
      readonly Action: 'AddFirewallRule' | 'RemoveFirewallRule';
      readonly Host: string;
    } & FirewallRuleDocument)
  | {
      readonly Service: 'host';
      readonly Action: 'SetForwarding';
      readonly Host: string;
      readonly Forwarding: NonNullable<HostDocument['Forwarding']>;
    }
  | {
      readonly Service: 'host';
      readonly Action: 'SetDefaultInterface';
      readonly Host: string;
      /** Left out: an answer leaves where the request came in. */
      readonly NetworkInterfaceId?: string | undefined;
    }
  /** The premises tell AWS of a block, or no longer. `Host` names the premises. */
  | {
      readonly Service: 'host';
      readonly Action: 'AdvertisePrefix' | 'WithdrawPrefix';
      readonly Host: string;
      readonly CidrBlock: string;
    };
