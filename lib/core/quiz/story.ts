/** What happened to the traffic, in two or three sentences that lead from the record to the layer. */

import { type Prose, prose, strong } from '../explain/prose';
import { stepSentence } from '../explain/step';
import type { Signature } from '../scenario/evidence';
import type { Probe } from '../simulate/probe';

export function story(targetName: string, signature: Signature, { decidedBy }: Probe): Prose {
  const target = strong(targetName);
  const because = decidedBy ? stepSentence(decidedBy.component, decidedBy.step) : [];
  switch (signature) {
    case 'silent':
      return prose`The request never reached ${target}. ${because} Neither the security group nor the network ACL of ${target} was asked, and either of them would have written REJECT: no record means that nothing came.`;
    case 'rejected-in':
      return prose`The request reached the interface of ${target} and was refused there, so it was written down as REJECT. The record does not say who refused; the rules do. ${because}`;
    case 'answer-rejected':
      return prose`The request reached ${target} and was let in, and the host answered. The answer was stopped on its way out. ${because} A security group would have let it pass: it remembers what it let in.`;
    case 'refused':
      return prose`The request reached ${target} and was let in, and an answer went back at once: a refusal. ${because} Everything between the two ends works.`;
    case 'unanswered':
      return decidedBy?.leg === 'return'
        ? prose`The request reached ${target} and was let in, and the host answered, but the answer has no way back. ${because} The route table of the instance's own subnet steers its answers, not what comes in.`
        : prose`The request reached ${target} and was let in, and no answer came. ${because} The route back exists, so the silence is the host's own.`;
    case 'established':
      return prose`The connection works.`;
  }
}
