/** AWS's word for the action, with its mark: shape and word first, colour after. */
import { Mark } from '../ui/mark';

export function ActionText({ action }: { readonly action: 'ACCEPT' | 'REJECT' }) {
  const accepted = action === 'ACCEPT';
  return (
    <span
      className={`inline-flex items-center gap-1.5 font-semibold text-xs ${accepted ? 'text-accept' : 'text-reject'}`}
    >
      <Mark kind={accepted ? 'accept' : 'reject'} />
      {action}
    </span>
  );
}
