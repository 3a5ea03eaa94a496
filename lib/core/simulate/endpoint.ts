/** The ends of a conversation: wherever something can send a packet, or have it. */
import type { Address } from '../net/address';

export type Endpoint =
  /** An interface, with that of its addresses which the conversation uses. */
  | { readonly kind: 'interface'; readonly networkInterfaceId: string; readonly address: Address }
  /** On the internet. */
  | { readonly kind: 'outside'; readonly address: Address }
  /** On the premises behind a VPN or Direct Connect. */
  | { readonly kind: 'premises'; readonly premises: string; readonly address: Address }
  /** A service behind a gateway endpoint, which answers into the endpoint's VPC. */
  | {
      readonly kind: 'service';
      readonly endpointId: string;
      readonly vpcId: string;
      readonly address: Address;
    }
  /** A regional NAT gateway, which speaks for itself when it resets a forgotten connection. */
  | { readonly kind: 'nat-gateway'; readonly natGatewayId: string; readonly address: Address };

export function sameEnd(a: Endpoint, b: Endpoint): boolean {
  if (a.address !== b.address || a.kind !== b.kind) return false;
  if (a.kind === 'interface' && b.kind === 'interface') return a.networkInterfaceId === b.networkInterfaceId;
  if (a.kind === 'premises' && b.kind === 'premises') return a.premises === b.premises;
  return true;
}
