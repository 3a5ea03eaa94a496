/** Every trap that a question can be drawn from. */
import type { Trap } from '../trap';
import { acceptInRejectOut } from './accept-in-reject-out';
import { acceptProvesOneWay } from './accept-proves-one-way';
import { aclOnlyAtTheEdge } from './acl-only-at-the-edge';
import { analyzerSendsNothing } from './analyzer-sends-nothing';
import { deliveryErrors } from './delivery-errors';
import { ephemeralPorts } from './ephemeral-ports';
import { filterHidesHalf } from './filter-hides-half';
import { flowLogIsImmutable } from './flow-log-is-immutable';
import { logsAreLate } from './logs-are-late';
import { lowestNumberWins } from './lowest-number-wins';
import { metadataOrPayload } from './metadata-or-payload';
import { natInAPrivateSubnet } from './nat-in-a-private-subnet';
import { natRewritesAddresses } from './nat-rewrites-addresses';
import { noDenyInSecurityGroups } from './no-deny-in-security-groups';
import { noGroupBeforeTraffic } from './no-group-before-traffic';
import { nodataSkipdata } from './nodata-skipdata';
import { oneBlockerOfSeveral } from './one-blocker-of-several';
import { privateAddressInTheLog } from './private-address-in-the-log';
import { publicAddressAndGateway } from './public-address-and-gateway';
import { quietlyOnTheMainTable } from './quietly-on-the-main-table';
import { recordNamesNoJudge } from './record-names-no-judge';
import { referenceMatchesPrivateOnly } from './reference-matches-private-only';
import { reflectionSsh } from './reflection-ssh';
import { refusedOrTimedOut } from './refused-or-timed-out';
import { replyNeedsNoOutboundRule } from './reply-needs-no-outbound-rule';
import { resolverIsNeverLogged } from './resolver-is-never-logged';
import { silenceIsNotDenial } from './silence-is-not-denial';
import { skipdataOrThrottling } from './skipdata-or-throttling';
import { tcpFlagsAreOred } from './tcp-flags-are-ored';
import { trackedSessionsLiveOn } from './tracked-sessions-live-on';
import { whichAnalyzer } from './which-analyzer';

export const TRAPS: readonly Trap[] = [
  acceptInRejectOut,
  acceptProvesOneWay,
  aclOnlyAtTheEdge,
  analyzerSendsNothing,
  deliveryErrors,
  ephemeralPorts,
  filterHidesHalf,
  flowLogIsImmutable,
  logsAreLate,
  lowestNumberWins,
  metadataOrPayload,
  natInAPrivateSubnet,
  natRewritesAddresses,
  noDenyInSecurityGroups,
  noGroupBeforeTraffic,
  nodataSkipdata,
  oneBlockerOfSeveral,
  privateAddressInTheLog,
  publicAddressAndGateway,
  quietlyOnTheMainTable,
  recordNamesNoJudge,
  referenceMatchesPrivateOnly,
  reflectionSsh,
  refusedOrTimedOut,
  replyNeedsNoOutboundRule,
  resolverIsNeverLogged,
  silenceIsNotDenial,
  skipdataOrThrottling,
  tcpFlagsAreOred,
  trackedSessionsLiveOn,
  whichAnalyzer,
];
