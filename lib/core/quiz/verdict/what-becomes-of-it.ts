/** The verdict on an open session: the change was made in the middle of it, and both were played on. */
import { prose } from '../../explain/prose';
import { repairSentence } from '../../explain/repair';
import { SG_OUTLIVES_RULE, SG_UNTRACKED } from '../../rules/connection-tracking';
import { NACL_STATELESS } from '../../rules/network-acl';
import type { Rule } from '../../rules/rule';
import { PACKET_BELIEFS } from '../../scenario/beliefs/catalogue';
import { endUnder, type SessionEnd } from '../../scenario/session-case';
import type { SessionCut } from '../../scenario/session-cut';
import { awsPageOf } from '../aws-page';
import { drawingOf } from '../drawing-of';
import { gradeSession, type SessionQuestion, sessionText } from '../kinds/what-becomes-of-it';
import type { BeliefView, VerdictHead } from '../verdict-view';
import { beliefView } from './belief-view';
import { optionsOf } from './options';

type Head = VerdictHead & { readonly kind: 'what-becomes-of-it' };

/** What decides in each way of cutting. */
const BECAUSE: Readonly<Record<SessionCut, { readonly says: string; readonly rules: readonly Rule[] }>> = {
  tracked: {
    says: 'The group admitted one range, so the session was tracked: it outlives the rule. Whoever comes after is asked for a rule, and there is none.',
    rules: [SG_OUTLIVES_RULE],
  },
  untracked: {
    says: 'The rule admitted everybody and everything may leave, so AWS kept no entry for the session: every packet is asked for a rule, and there is none any more.',
    rules: [SG_UNTRACKED],
  },
  'network-acl': {
    says: 'A network ACL remembers nothing: every packet is judged anew, also those of an open session.',
    rules: [NACL_STATELESS],
  },
  redundant: {
    says: 'Another rule of the same group admits the client as well: nothing has changed for anybody.',
    rules: [SG_OUTLIVES_RULE],
  },
};

export function sessionVerdict(question: SessionQuestion, picked: number): Head {
  const { right, credit, key } = gradeSession(question, picked);
  const { path, changes, cut } = question.case;
  const isKey = (option: SessionEnd | undefined): boolean =>
    option?.session === key?.session && option?.newcomer === key?.newcomer;
  const because = BECAUSE[cut];
  const { intent } = path;
  return {
    kind: 'what-becomes-of-it',
    right,
    credit,
    headline: right ? 'Right: so it goes on' : 'It goes on otherwise',
    story: prose`${intent.from} was connected to ${intent.server} when this was done: “${repairSentence(changes)}”. Both were played on, the open session and somebody who connects half a minute later.`,
    why: prose`${key ? sessionText(key) : 'What becomes of it is open'}. ${because.says}`,
    options: optionsOf(question, [picked], (i) => isKey(question.options[i])),
    beliefs: right ? [] : believersOf(question, question.options[picked]),
    decided: undefined,
    rules: because.rules,
    pages: because.rules.map(awsPageOf),
    drawing: drawingOf(question),
    walk: [],
    records: [],
    runs: [],
    inferred: [],
  };
}

const MOST_BELIEFS = 2;

/** Under whose laws the very thing happens that was chosen: those about sessions come first in no order of ours. */
function believersOf({ case: one }: SessionQuestion, chosen: SessionEnd | undefined): readonly BeliefView[] {
  if (!chosen) return [];
  return PACKET_BELIEFS.filter(({ traps }) => traps.includes(TRAP))
    .filter(({ laws }) => {
      const end = endUnder(one, laws);
      return end.session === chosen.session && end.newcomer === chosen.newcomer;
    })
    .slice(0, MOST_BELIEFS)
    .map(beliefView);
}

const TRAP = 'tracked-sessions-live-on';
