/** One English sentence for one edit of a World. */
import type { Action } from '../ec2/actions/action';
import type { Change } from '../simulate/world';
import { filterSentences } from './change/filter';
import { flowLogSentences } from './change/flow-log';
import { gatewaySentences } from './change/gateway';
import { networkInterfaceSentences } from './change/network-interface';
import { routeSentences } from './change/route';
import { transitGatewaySentences } from './change/transit-gateway';
import { vpcSentences } from './change/vpc';
import { vpcEndpointSentences } from './change/vpc-endpoint';
import { vpnSentences } from './change/vpn';
import type { Sentences } from './change/words';
import { hostChangeSentence } from './host-change';
import type { Prose } from './prose';

const SENTENCES: Sentences<Action> = {
  ...filterSentences,
  ...flowLogSentences,
  ...gatewaySentences,
  ...networkInterfaceSentences,
  ...routeSentences,
  ...transitGatewaySentences,
  ...vpcEndpointSentences,
  ...vpcSentences,
  ...vpnSentences,
};

export function changeSentence(change: Change): Prose {
  if (change.Service === 'host') return hostChangeSentence(change);
  const sentence = SENTENCES[change.Action] as (action: Action) => Prose;
  return sentence(change);
}
