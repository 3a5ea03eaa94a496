/** Every belief that a world can be asked about: about what becomes of packets, and about what is written of it. */
import type { Belief, Misreading, WrongLaw, WrongLog } from '../belief';
import { ingressBlockStopsNat, publicAddressEscapesTheBlock } from './block-public-access';
import { CONCLUSIONS } from './conclusion';
import { removingARuleCutsAtOnce, removingARuleNeverCuts, trackedForever } from './connection-tracking';
import { filtersStopTheResolver } from './exempt';
import {
  actionSaysWhatBecameOfIt,
  flagsAreThoseOfTheFirstPacket,
  onlyAcceptedTrafficIsLogged,
  recordsShowPublicAddresses,
  recordsShowTheFarTarget,
} from './flow-log';
import { referencesMatchPublicAddresses, referencesReachEverywhere } from './group-members';
import { publicSubnetIsEnough } from './internet-gateway';
import {
  acceptMeansTheHost,
  aRouteIsAllItTakes,
  everyFailureIsABlock,
  everyFailureIsTheList,
  rejectIsTheGroup,
  rejectIsTheList,
  repliesNeedAnOutboundRule,
  silenceIsDenialByTheGroup,
  silenceIsDenialByTheList,
  theTableBesideIsTheSubnets,
  timeOutsAreTheHost,
} from './misreading';
import { natCarriesEveryProtocol, natNeverForgets, natWorksInAnySubnet } from './nat-gateway';
import {
  aclActsInsideTheSubnet,
  anyDenyWins,
  highestNumberWins,
  networkAclsAreStateful,
  noMatchIsAllowed,
  repliesUseTheServicePort,
} from './network-acl';
import { anyInstanceForwards } from './network-interface';
import {
  answersNeedNoRoute,
  blackholeFallsThrough,
  firstRouteWins,
  nothingBeatsLocal,
  propagatedBeatsLocal,
  staticBeatsLongerPrefix,
} from './route-table';
import {
  everyGroupMustAllow,
  membersTrustEachOther,
  narrowestRuleDecides,
  securityGroupsAreStateless,
} from './security-group';
import {
  attachedMeansConnected,
  transitGatewayKeepsFlowsTogether,
  transitGatewayServesEveryZone,
} from './transit-gateway';
import { gatewayEndpointCarriesEverything } from './vpc-endpoint';
import { peeringIsTransitive, peersShareGateways, pendingPeeringCarries } from './vpc-peering-connection';
import { WRONG_IDEAS } from './wrong-idea';

export const PACKET_BELIEFS: readonly WrongLaw[] = [
  networkAclsAreStateful,
  repliesUseTheServicePort,
  anyDenyWins,
  highestNumberWins,
  noMatchIsAllowed,
  aclActsInsideTheSubnet,
  filtersStopTheResolver,
  securityGroupsAreStateless,
  everyGroupMustAllow,
  narrowestRuleDecides,
  membersTrustEachOther,
  referencesMatchPublicAddresses,
  referencesReachEverywhere,
  removingARuleCutsAtOnce,
  removingARuleNeverCuts,
  trackedForever,
  firstRouteWins,
  blackholeFallsThrough,
  staticBeatsLongerPrefix,
  propagatedBeatsLocal,
  nothingBeatsLocal,
  answersNeedNoRoute,
  anyInstanceForwards,
  publicSubnetIsEnough,
  publicAddressEscapesTheBlock,
  ingressBlockStopsNat,
  natWorksInAnySubnet,
  natCarriesEveryProtocol,
  natNeverForgets,
  peeringIsTransitive,
  peersShareGateways,
  pendingPeeringCarries,
  attachedMeansConnected,
  transitGatewayServesEveryZone,
  transitGatewayKeepsFlowsTogether,
  gatewayEndpointCarriesEverything,
];

export const LOG_BELIEFS: readonly WrongLog[] = [
  recordsShowPublicAddresses,
  recordsShowTheFarTarget,
  onlyAcceptedTrafficIsLogged,
  actionSaysWhatBecameOfIt,
  flagsAreThoseOfTheFirstPacket,
];

export const MISREADINGS: readonly Misreading[] = [
  aRouteIsAllItTakes,
  theTableBesideIsTheSubnets,
  silenceIsDenialByTheGroup,
  silenceIsDenialByTheList,
  rejectIsTheGroup,
  rejectIsTheList,
  acceptMeansTheHost,
  everyFailureIsABlock,
  everyFailureIsTheList,
  timeOutsAreTheHost,
  repliesNeedAnOutboundRule,
];

export const BELIEFS: readonly Belief[] = [
  ...PACKET_BELIEFS,
  ...LOG_BELIEFS,
  ...MISREADINGS,
  ...CONCLUSIONS,
  ...WRONG_IDEAS,
];
