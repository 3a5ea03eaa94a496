/** Out of a transit gateway, by an attachment of any kind. */
import type { TransitGateway, TransitGatewayAttachment, VpcAttachment } from '../../vpc/transit-gateway';
import type { Motion, Onward } from '../motion';
import type { Search } from '../search';
import type { Way } from '../way';
import { intoVpc, noteLeaving } from './transit-gateway-zone';

type OutOfGateway = Extract<Motion, { to: 'attachment' }>;

/** On for the gateway and for both attachments, it shows the receiver which groups the sender has. */
function keepsGroups(
  { securityGroupReferencing }: TransitGateway,
  from: TransitGatewayAttachment | undefined,
  to: VpcAttachment,
): boolean {
  const { resource } = from ?? {};
  const isOn = resource?.kind === 'vpc' && resource.securityGroupReferencing && to.securityGroupReferencing;
  return securityGroupReferencing && isOn;
}

/** Out of the gateway by an attachment. */
export function leaveTransitGateway(
  search: Search,
  way: Way,
  { gateway, attachment, zone, from }: OutOfGateway,
): readonly Onward[] {
  const { resource } = attachment;
  switch (resource.kind) {
    case 'vpc': {
      const keeps = keepsGroups(gateway, from, resource);
      const known = keeps ? way : { ...way, identityLostAt: attachment.id };
      return intoVpc(search, { ...known, leftBy: undefined }, gateway, attachment, resource, zone);
    }
    case 'vpn': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const link = search.links.find(({ id }) => id === resource.vpnConnectionId);
      if (!onward) return [];
      if (!link) return [{ way: onward, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: onward, motion: { to: 'premises', link, gatewayId: undefined } }];
    }
    case 'direct-connect-gateway': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const link = search.links.find(
        ({ directConnectGatewayId }) => directConnectGatewayId === resource.directConnectGatewayId,
      );
      if (!onward) return [];
      if (!link) return [{ way: onward, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: onward, motion: { to: 'premises', link, gatewayId: undefined } }];
    }
    case 'peering': {
      const onward = noteLeaving(search, way, gateway, attachment);
      const far = search.network.transitGateways.get(resource.transitGatewayId);
      const entry = far?.attachments.get(attachment.id);
      if (!onward) return [];
      const lost = { ...onward, identityLostAt: attachment.id };
      if (!far || !entry) return [{ way: lost, motion: { to: 'unseen', component: attachment.id } }];
      return [{ way: lost, motion: { to: 'transit-gateway', gateway: far, attachment: entry, zone } }];
    }
    case 'not-modelled':
      return [{ way, motion: { to: 'unseen', component: attachment.id } }];
  }
}
