/** What people wrongly believe of the services at reserved addresses. */
import { NEVER_LOGGED } from '../../rules/exempt';
import { wrongLaw } from '../belief';

export const filtersStopTheResolver = wrongLaw({
  id: 'filters-stop-the-resolver',
  says: 'Queries to the Amazon DNS server need a rule for port 53 like any other traffic.',
  truth: 'Neither security groups nor network ACLs are asked about traffic to the Amazon DNS server.',
  rules: [NEVER_LOGGED],
  traps: ['resolver-is-never-logged'],
  laws: () => ({ filtersJudgeExempt: () => true }),
});
