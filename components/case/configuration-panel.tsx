/** Rules and routes that the log alone cannot replace. */
import type { ConfigurationTable } from '@/lib/core/quiz/view';
import { RulesTable } from '../config/configuration-table';
import { Icon } from '../ui/icon';
import { Panel } from '../ui/panel';

export function ConfigurationPanel({ tables }: { readonly tables: readonly ConfigurationTable[] }) {
  if (tables.length === 0) return null;
  return (
    <Panel
      title={
        <>
          <Icon name="fork" /> Configuration
        </>
      }
      note="as it is today"
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-2 pb-2 @2xl/panel:grid-cols-[repeat(2,minmax(0,1fr))]">
        {tables.map((table) => (
          <RulesTable key={`${table.id} ${table.title}`} table={table} />
        ))}
      </div>
    </Panel>
  );
}
