/** From a link to a repair: the same cases as everywhere, for those that EC2 calls can mend. */
import { type Editable, editableOf } from '@/lib/core/quiz/lab/editable';
import { repairOf } from '@/lib/core/quiz/lab/repair-of';
import type { QuestionView } from '@/lib/core/quiz/question-view';
import { viewOf } from '@/lib/core/quiz/view-of';
import { openWorld } from '@/lib/core/scenario/open-world';
import { type OtherVersion, openLink } from './open-link';
import { labHref, nextSeed } from './slug';

export interface LabFlow {
  readonly id: string;
  /** "SSH to build-1 from the office" */
  readonly says: string;
}

export type LabPage =
  | {
      readonly kind: 'lab';
      readonly view: QuestionView;
      readonly editable: Editable;
      readonly wanted: readonly LabFlow[];
      readonly shut: readonly LabFlow[];
      readonly working: readonly LabFlow[];
      readonly next: string;
    }
  /** `next`: a case of the same kind, which may be one. */
  | { readonly kind: 'no-repair'; readonly next: string }
  | OtherVersion
  | { readonly kind: 'unknown' };

export function loadLab(text: string, version = ''): LabPage {
  const opened = openLink(text, version, labHref);
  if (opened.kind !== 'open') return opened;
  const { asked, slug } = opened;
  const next = labHref({ id: slug.id, seed: nextSeed(slug) });
  const repair = repairOf(asked.question);
  if (!repair) return { kind: 'no-repair', next };
  const { broken, wanted, protectedFlows, working } = repair.task;
  const { network } = openWorld(broken);
  const flows = (list: typeof wanted): readonly LabFlow[] => list.map(({ id, says }) => ({ id, says }));
  return {
    kind: 'lab',
    view: viewOf(asked),
    editable: editableOf(broken.Snapshot, network),
    wanted: flows(wanted),
    shut: flows(protectedFlows),
    working: flows(working),
    next,
  };
}
