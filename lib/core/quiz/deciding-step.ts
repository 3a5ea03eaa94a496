/** The judgement that settled the matter, with the list it was taken from and the row that decided. */
import { stepSentence } from '../explain/step';
import type { Decided } from '../simulate/probe';
import type { Network } from '../vpc/network';
import { awsPageOf } from './aws-page';
import { networkAclTable, routeTableOf, securityGroupTable, shownEntries } from './configuration-table';
import type { DecidingStepView } from './view';

export function decidingStepView(network: Network, { component, step }: Decided): DecidingStepView {
  return {
    sentence: stepSentence(component, step, network),
    rule: step.rule,
    awsPage: awsPageOf(step.rule),
    table: tableOf(network, component, step),
  };
}

function tableOf(network: Network, component: string, step: Decided['step']): DecidingStepView['table'] {
  if (step.kind === 'network-acl') {
    const acl = network.networkAcls.get(component);
    if (!acl) return undefined;
    const decidingRow = shownEntries(acl[step.direction]).indexOf(step.by);
    return {
      ...networkAclTable(acl, step.direction, 'network ACL'),
      decidingRow: decidingRow < 0 ? undefined : decidingRow,
    };
  }
  if (step.kind === 'route-table') {
    const table = network.routeTables.get(component);
    if (!table) return undefined;
    const decidingRow = step.by === 'no-route' ? undefined : table.routes.indexOf(step.by);
    return { ...routeTableOf(table, 'route table'), decidingRow };
  }
  if (step.kind === 'security-group' && step.by === 'no-rule') {
    const group = network.securityGroups.get(component);
    return (
      group && { ...securityGroupTable(group, step.direction, 'security group'), decidingRow: undefined }
    );
  }
  return undefined;
}
