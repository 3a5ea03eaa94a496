/** What happened to the traffic, in two or three sentences that lead from the record to the layer; the deciding step has its own. */
import { type Prose, prose, strong } from '../explain/prose';
import type { Signature } from '../scenario/evidence';
import type { Probe } from '../simulate/probe';

export function story(targetName: string, signature: Signature, { decidedBy }: Probe): Prose {
  const target = strong(targetName);
  switch (signature) {
    case 'silent':
      return prose`The request never reached ${target}. Neither its security group nor its network ACL was asked, and either of them would have written REJECT: no record means that nothing came.`;
    case 'rejected-in':
      return prose`The request reached the interface of ${target} and was refused there, so it was written down as REJECT. The record does not say who refused; the rules do.`;
    case 'answer-rejected':
      return prose`The request reached ${target} and was let in, and the host answered. The answer was stopped on its way out. A security group would have let it pass: it remembers what it let in.`;
    case 'refused':
      return prose`The request reached ${target} and was let in, and an answer went back at once: a refusal. Everything between the two ends works.`;
    case 'unanswered':
      return decidedBy?.leg === 'return'
        ? prose`The request reached ${target} and was let in, and the host answered, but the answer has no way back: the route table of the instance's own subnet steers its answers, not what comes in.`
        : prose`The request reached ${target} and was let in, and no answer came. The route back exists, so the silence is the host's own.`;
    case 'established':
      return prose`The connection works.`;
  }
}
