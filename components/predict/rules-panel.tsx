/** Every table, group and list of the network, to read the answer out of. */
import type { Editable, EditableList } from '@/lib/core/quiz/lab/editable';
import { RulesTable } from '../config/configuration-table';
import { Panel } from '../ui/panel';

export function RulesPanel({ editable }: { readonly editable: Editable }) {
  const { routeTables, securityGroups, networkAcls, subnets } = editable;
  const followers = (id: string): string => {
    const names = subnets
      .filter((one) => one.routeTableId === id || one.networkAclId === id)
      .map(({ name }) => name);
    return names.length > 0 ? `of ${names.join(', ')}` : '';
  };
  const groups: readonly (readonly [
    string,
    'route-table' | 'security-group' | 'network-acl',
    readonly EditableList[],
  ])[] = [
    ['Route tables', 'route-table', routeTables],
    ['Security groups', 'security-group', securityGroups],
    ['Network ACLs', 'network-acl', networkAcls],
  ];
  return (
    <Panel title="Configuration" note="as it is">
      {groups.map(([title, kind, lists]) => (
        <details key={kind} className="border-line border-b px-3.5 py-2 last:border-b-0">
          <summary className="font-semibold text-[13px]">
            {title} <span className="font-normal text-ink-3">{lists.length}</span>
          </summary>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-2 @2xl/panel:grid-cols-2">
            {lists.map((list) => (
              <RulesTable
                key={`${list.id} ${list.direction}`}
                table={{
                  kind,
                  id: list.id,
                  title: list.direction
                    ? `${list.name}, ${list.direction === 'ingress' ? 'inbound' : 'outbound'}`
                    : list.name,
                  relation: followers(list.id),
                  columns: list.columns,
                  rows: list.rows.map(({ cells }) => cells),
                }}
              />
            ))}
          </div>
        </details>
      ))}
    </Panel>
  );
}
