/** AWS's word for the action, with its mark: shape and word first, colour after. */
import { Mark } from '../ui/mark';

export function ActionText({ action }: { readonly action: 'ACCEPT' | 'REJECT' }) {
  const accepted = action === 'ACCEPT';
  return (
    <span className={`font-sans font-semibold text-xs ${accepted ? 'text-accept' : 'text-reject'}`}>
      {/* Half of what its 14 pixels rise above the capitals, so that both stand on one middle. */}
      <Mark kind={accepted ? 'accept' : 'reject'} className="mr-1.5 align-[-3px]" />
      {action}
    </span>
  );
}
