/** What people wrongly believe of network interfaces. */
import { ENI_SOURCE_DEST_CHECK } from '../../rules/network-interface';
import { wrongLaw } from '../belief';

export const anyInstanceForwards = wrongLaw({
  id: 'any-instance-forwards',
  says: 'Point a route at an instance that forwards, and it forwards: its interface needs no setting.',
  truth: 'While its source/destination check is on, an interface refuses every packet that is not its own.',
  rules: [ENI_SOURCE_DEST_CHECK],
  laws: () => ({ checksSourceDest: () => false }),
});
